/** Rows of `safety.` (how they are read: ./index), and what its rules are called (platform/allow). */
export const table = `
  safety.listAlerts         own           fffff ff++f f++ s
  safety.countAlerts        own           fffff ff++f f++ s
  safety.showAlert          own           fffff ff++f f+n s
  safety.showAlert          same school   fffff ff++f f+n s
  safety.showAlert          other school  fffff ff++f f+n s
  safety.showAlert          other county  fffff ffnnf fn+ s
  safety.showAlert          none          fffff ffnnf fnn s
  safety.acceptAlert        own           fffff ff++f f+n s
  safety.acceptAlert        same school   fffff ff++f f+n s
  safety.acceptAlert        other school  fffff ff++f f+n s
  safety.acceptAlert        other county  fffff ffnnf fn+ s
  safety.acceptAlert        none          fffff ffnnf fnn s
  safety.addAlertStep       own           fffff ffc+f fcn s
  safety.addAlertStep       same school   fffff ffc+f fcn s
  safety.addAlertStep       other school  fffff ffc+f fcn s
  safety.addAlertStep       other county  fffff ffnnf fn+ s
  safety.addAlertStep       none          fffff ffnnf fnn s
  safety.recordReport       own           fffff ffc+f fcn s
  safety.recordReport       same school   fffff ffc+f fcn s
  safety.recordReport       other school  fffff ffc+f fcn s
  safety.recordReport       other county  fffff ffnnf fn+ s
  safety.recordReport       none          fffff ffnnf fnn s
  safety.setFollowUp        own           fffff ffc+f fcn s
  safety.setFollowUp        same school   fffff ffc+f fcn s
  safety.setFollowUp        other school  fffff ffc+f fcn s
  safety.setFollowUp        other county  fffff ffnnf fn+ s
  safety.setFollowUp        none          fffff ffnnf fnn s
  safety.resolveAlert       own           fffff ffc+f fcn s
  safety.resolveAlert       same school   fffff ffc+f fcn s
  safety.resolveAlert       other school  fffff ffc+f fcn s
  safety.resolveAlert       other county  fffff ffnnf fn+ s
  safety.resolveAlert       none          fffff ffnnf fnn s
  safety.handOverAlert      own           fffff ffc+f f+n s
  safety.handOverAlert      same school   fffff ffc+f f+n s
  safety.handOverAlert      other school  fffff ffc+f f+n s
  safety.handOverAlert      other county  fffff ffnnf fn+ s
  safety.handOverAlert      none          fffff ffnnf fnn s
  safety.liftHold           own           fffff ff++f f+n s
  safety.liftHold           same school   fffff ff++f f+n s
  safety.liftHold           other school  fffff ff++f f+n s
  safety.liftHold           other county  fffff ffnnf fn+ s
  safety.liftHold           none          fffff ffnnf fnn s
  safety.confirmResolution  own           fffff ff++f f+n s
  safety.confirmResolution  same school   fffff ff++f f+n s
  safety.confirmResolution  other school  fffff ff++f f+n s
  safety.confirmResolution  other county  fffff ffnnf fn+ s
  safety.confirmResolution  none          fffff ffnnf fnn s
  safety.exportAlert        own           fffff fff+f f+n s
  safety.exportAlert        same school   fffff fff+f f+n s
  safety.exportAlert        other school  fffff fff+f f+n s
  safety.exportAlert        other county  fffff ffnnf fn+ s
  safety.exportAlert        none          fffff ffnnf fnn s
  safety.showChainHeads     own           fffff fffff f++ s
  safety.listUnheard        own           fffff ff++f f++ s
  safety.openUnheard        own           fffff ff++f f+n s
  safety.openUnheard        same school   fffff ff++f f+n s
  safety.openUnheard        other school  fffff ff++f f+n s
  safety.openUnheard        other county  fffff ffnnf fn+ s
  safety.openUnheard        none          fffff ffnnf fnn s
  safety.markVoiceHeard     own           fffff ff++f f+n s
  safety.markVoiceHeard     same school   fffff ff++f f+n s
  safety.markVoiceHeard     other school  fffff ff++f f+n s
  safety.markVoiceHeard     other county  fffff ffnnf fn+ s
  safety.markVoiceHeard     none          fffff ffnnf fnn s
  safety.listDuty           own           fffff +++++ +++ s
  safety.setDuty            own           fffff fffff f++ s
  safety.askSwap            own           fffff fff+f ffn s
  safety.answerSwap         own           fffff ff+ff ffn s
  safety.whoIsOnDuty        own           ++fff fffff fff s
  safety.whoIsOnDuty        same school   ff+ff fffff fff s
  safety.whoIsOnDuty        other school  fff+f fffff fff s
  safety.whoIsOnDuty        other county  ffff+ fffff fff s
  safety.whoIsOnDuty        none          fffff fffff fff s
  safety.reportLine         own           +++++ +++++ +++ +
  safety.listLines          own           fffff fffff f++ s
  safety.verifyLine         own           fffff fffff f++ s
  safety.recordMissed       own           fffff ff++f f++ s
  safety.exportCorrections  own           fffff fffff f++ s
`;

export const allowed = {
  'safety.listAlerts': 'staff',
  'safety.countAlerts': 'staff',
  'safety.showAlert': 'staff',
  'safety.acceptAlert': 'staff',
  'safety.addAlertStep': 'staff',
  'safety.recordReport': 'staff',
  'safety.handOverAlert': 'staff',
  'safety.setFollowUp': 'staff',
  'safety.resolveAlert': 'staff',
  'safety.confirmResolution': 'staff',
  'safety.liftHold': 'staff',
  'safety.exportAlert': 'staff',
  'safety.listUnheard': 'staff',
  'safety.openUnheard': 'staff',
  'safety.markVoiceHeard': 'staff',
  'safety.listDuty': 'staff',
  'safety.askSwap': 'staff',
  'safety.answerSwap': 'staff',
  'safety.recordMissed': 'staff',
  'safety.showChainHeads': 'admin of a county',
  'safety.setDuty': 'admin of a county',
  'safety.listLines': 'admin of a county',
  'safety.verifyLine': 'admin of a county',
  'safety.exportCorrections': 'admin of a county',
  'safety.whoIsOnDuty': 'anyone; of a child its circle',
  'safety.reportLine': 'anyone',
} as const;
