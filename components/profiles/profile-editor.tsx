import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { checkProfileText } from '../../core/profiles/check-profile';
import type { LineAndColumn } from '../../core/profiles/json-places';
import type { ListedProfile } from '../../core/profiles/profile-list';
import type { Result } from '../../core/result';
import { text } from '../../locales/text';
import { ActionButton } from '../ui/action-button';
import { goToPlace } from './go-to-place';
import { ProfileProblems } from './profile-problems';
import { replacementSentence } from './profile-texts';

/** A profile as its text: to read, or to change with every problem named while it is typed. */
export function ProfileEditor(props: {
  readonly initialText: string;
  /** Of the profile that is changed; undefined: it becomes a new one. */
  readonly profileKey: number | undefined;
  readonly isReadOnly: boolean;
  readonly list: readonly ListedProfile[];
  readonly onDirty: (isDirty: boolean) => void;
  readonly onSave: (text: string) => Promise<Result<undefined>>;
  readonly onClose: () => void;
}) {
  const { initialText, profileKey, isReadOnly, list, onDirty, onSave, onClose } = props;
  const ids = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [written, setWritten] = useState(initialText);
  const [refusal, setRefusal] = useState<string>();
  const [isLeaving, setLeaving] = useState(false);
  const settled = useDeferredValue(written);
  const check = useMemo(() => checkProfileText(settled), [settled]);
  const replacement = replacementSentence(check, profileKey, list);
  // What is new is lost as a whole when it is not saved.
  const isDirty = !isReadOnly && (profileKey === undefined || written !== initialText);

  function goTo(place: LineAndColumn | undefined): void {
    if (area.current !== null && place !== undefined) goToPlace(area.current, place);
  }
  async function save(): Promise<void> {
    const saved = await onSave(written);
    if (!saved.ok) setRefusal(saved.problem);
  }

  return (
    <>
      <label className="profile-label" htmlFor={`${ids}-text`}>
        {text(isReadOnly ? 'profiles.textToRead' : 'profiles.textToEdit')}
      </label>
      <textarea
        ref={area}
        id={`${ids}-text`}
        className="profile-text"
        value={written}
        readOnly={isReadOnly}
        aria-describedby={`${ids}-check`}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        onChange={({ target }) => {
          setWritten(target.value);
          setRefusal(undefined);
          onDirty(target.value !== initialText);
        }}
      />
      <ProfileProblems check={check} verdictId={`${ids}-check`} onGoTo={({ place }) => goTo(place)} />
      {!isReadOnly && replacement !== undefined && <p className="profile-note">{replacement}</p>}
      {refusal !== undefined && (
        <p className="profile-refusal" role="alert">
          {refusal}
        </p>
      )}
      <div className="dialog-actions">
        {isLeaving ? (
          <>
            <p className="profile-question">{text('profiles.notSaved')}</p>
            <ActionButton onPress={onClose}>{text('profiles.discard')}</ActionButton>
            <ActionButton variant="primary" onPress={() => setLeaving(false)} autoFocus>
              {text('profiles.goOn')}
            </ActionButton>
          </>
        ) : (
          <>
            <ActionButton onPress={() => (isDirty && written !== initialText ? setLeaving(true) : onClose())}>
              {text('profiles.back')}
            </ActionButton>
            {!isReadOnly && (
              <ActionButton
                variant="primary"
                isDisabled={!check.ok || settled !== written || !isDirty}
                onPress={() => void save()}
              >
                {text(profileKey === undefined ? 'profiles.add' : 'profiles.save')}
              </ActionButton>
            )}
          </>
        )}
      </div>
    </>
  );
}
