/** @param folder is made anew */
export function buildCli(folder: string): Promise<void>;
