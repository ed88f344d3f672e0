/** Rows of `reports.` (how they are read: ./index), and what its rules are called (platform/allow). */
export const table = `
  reports.exportAudit       own           fffff fffff f++ s
  reports.showOverview      own           fffff fffff +++ s
  reports.listHolds         own           fffff fffff f++ s
  reports.holdRecords       own           fffff fffff f+n s
  reports.holdRecords       none          fffff fffff fnn s
  reports.liftHold          own           fffff fffff f+n s
  reports.liftHold          none          fffff fffff fnn s
`;

export const allowed = {
  'reports.exportAudit': 'admin of a county',
  'reports.showOverview': 'admin',
  'reports.listHolds': 'admin of a county',
  'reports.holdRecords': 'admin of a county',
  'reports.liftHold': 'admin of a county',
} as const;
