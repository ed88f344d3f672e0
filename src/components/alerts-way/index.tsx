import { useQuery } from '@/cloud/use-query';
import { open } from '@/session/routes';
import { home } from '@/wording/home';
import { BigAction } from '../big-action';

/** Somebody on duty leaves the first screen open. */
const lookAgainMs = 30_000;

/** Staff's way to what they are to look at. Whoever has no business there sees nothing of it. */
export function AlertsWay() {
  const { data, error } = useQuery('safety.countAlerts', {}, { everyMs: lookAgainMs });
  if (!data || error?.code === 'FORBIDDEN') return null;
  const { waiting, overdue } = data;
  return (
    <BigAction
      id="go-alerts"
      icon="bell"
      tone={waiting > 0 ? 'coming' : 'act'}
      title={waiting > 0 ? home.alertsWait(waiting) : home.alerts}
      hint={overdue > 0 ? home.alertsOverdue(overdue) : home.alertsHint}
      onTap={() => open('alerts')}
    />
  );
}
