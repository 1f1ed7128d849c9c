import { ActionButton } from '../ui/action-button';
import { SafeText } from '../ui/safe-text';
import { text } from '../../locales/text';
import { RichText } from '../ui/rich-text';

export interface CaptureTab {
  readonly id: string;
  readonly name: string;
  readonly isShown: boolean;
  readonly canClose: boolean;
}

/** Which recording is on show, and whether a second one stands beside it. */
export function CaptureTabs(props: {
  readonly tabs: readonly CaptureTab[];
  readonly isBeside: boolean;
  readonly onChoose: (id: string) => void;
  readonly onClose: (id: string) => void;
  readonly onBeside: () => void;
}) {
  const { tabs, isBeside, onChoose, onClose, onBeside } = props;
  return (
    <nav className="capture-tabs" aria-label={text('open.recordings')}>
      <ul>
        {tabs.map(({ id, name, isShown, canClose }) => (
          <li key={id} className={isShown ? 'capture-tab shown' : 'capture-tab'}>
            <button type="button" aria-pressed={isShown} onClick={() => onChoose(id)}>
              <SafeText text={name} />
            </button>
            {canClose && (
              <button type="button" className="capture-close" onClick={() => onClose(id)}>
                <span aria-hidden="true">×</span>
                <span className="only-read">
                  <RichText of="open.close" values={{ name: <SafeText text={name} /> }} />
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {tabs.length > 1 && (
        <ActionButton variant="quiet" onPress={onBeside}>
          {text(isBeside ? 'open.showOne' : 'open.showBeside')}
        </ActionButton>
      )}
    </nav>
  );
}
