/** Rows of `reach.` (how they are read: ./index), and what its rules are called (platform/allow). */
export const table = `
  reach.noteArrival         own           +++++ +++++ +++ +
  reach.drawCode            own           fffff fffff f+n s
  reach.drawCode            other county  fffff fffff fn+ s
  reach.drawCode            none          fffff fffff fnn s
  reach.showArrivals        own           fffff fffff f++ s
`;

export const allowed = {
  'reach.noteArrival': 'anyone',
  'reach.drawCode': 'admin of a county',
  'reach.showArrivals': 'admin of a county',
} as const;
