import { View } from '@tarojs/components';
import { open as openPage } from '@/session/routes';
import { firstHelp } from '@/wording/first-help';
import { BigAction } from '../big-action';
import { Button } from '../button';
import { Heading } from '../heading';
import { HelpSheet } from '../help-sheet';
import { useFirstHelp, type FirstHelpState } from './use-first-help';

interface Props {
  help: FirstHelpState;
  /** Where the words are: still here, on their way without network, or given away. */
  state: 'unsent' | 'waiting' | 'sent';
  /** Gives them away from the card; sending is never held up by it. */
  onSend?: (() => void) | undefined;
  /** It was not a medicine that heals: what is sent is marked as urgent. */
  onDanger?: (() => void) | undefined;
}

/** Help at once for words that sound urgent: over the whole screen, over half of it, or one line. */
export function FirstHelp({ help, state, onSend, onDanger }: Props) {
  const { level, concepts, ask } = help.found;
  if (level === 'S0') return null;
  if (!help.open) {
    const grave = level !== 'S1';
    return (
      <Button
        id="first-help"
        look={grave ? 'alarm' : 'soft'}
        icon="phone"
        label={grave ? firstHelp.again : firstHelp.concern}
        onTap={grave ? help.show : () => openPage('phones')}
      />
    );
  }
  if (ask && !help.nobody) return <Ask help={help} onDanger={onDanger} />;
  const unsent = state === 'unsent';
  return (
    <HelpSheet
      size={level === 'S3' ? 'full' : 'half'}
      concepts={concepts}
      {...(help.nobody && { title: firstHelp.nobody, hint: firstHelp.nobodyHint })}
      note={help.nobody ? undefined : firstHelp[state]}
    >
      {unsent && onSend ? (
        <Button
          id="help-send"
          icon="send"
          label={firstHelp.send}
          onTap={() => {
            help.close();
            onSend();
          }}
        />
      ) : null}
      <Button
        id="help-close"
        look="line"
        label={unsent ? firstHelp.goOn : firstHelp.known}
        onTap={help.close}
      />
    </HelpSheet>
  );
}

/** Words alone cannot tell a cure from a poison: one question, two large answers. */
function Ask({ help, onDanger }: Pick<Props, 'help' | 'onDanger'>) {
  return (
    <View className="help-sheet help-sheet--half">
      <View className="help-sheet__page" ariaRole="alertdialog" ariaModal>
        <Heading title={firstHelp.askTitle} hint={firstHelp.askHint} />
        <BigAction
          id="ask-cure"
          icon="heart-pulse"
          title={firstHelp.askCure}
          hint={firstHelp.askCureHint}
          onTap={() => help.answer(true)}
        />
        <BigAction
          id="ask-poison"
          icon="triangle-alert"
          tone="coming"
          title={firstHelp.askPoison}
          hint={firstHelp.askPoisonHint}
          onTap={() => {
            help.answer(false);
            onDanger?.();
          }}
        />
      </View>
    </View>
  );
}

/** What the cloud says once something has arrived from here, where nothing is being written any more. */
export function ToldHelp({ where }: { where: string }) {
  return <FirstHelp help={useFirstHelp('', where)} state="sent" />;
}
