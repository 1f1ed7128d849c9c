/** The forms of a text that depend on `{count}`, by the category of `Intl.PluralRules`. */
export interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** A text with `{names}` in it, or one whose form depends on `{count}`. */
export type Message = string | PluralForms;
export type Messages = Readonly<Record<string, Message>>;

/** The same keys in another language. */
export type Translation<Original extends Messages> = { readonly [Key in keyof Original]: Message };

type PlaceholdersIn<Template> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;
type TemplatesOf<Text> = Text extends string ? Text : Text extends PluralForms ? Text[keyof Text] : never;

/** The names that a text has to be given values for. */
export type PlaceholdersOf<Text> =
  PlaceholdersIn<TemplatesOf<Text>> | (Text extends PluralForms ? 'count' : never);
