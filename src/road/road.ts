// The few steps that the page and the roll must know by name; everything else about steps is read from
// regulations/procedures.

/** The card ends the road. */
export const lastStep = 'issue_card';
export const firstStep = 'nominate';
/** Somebody on the road was told of it and agreed. */
export const tellingStep = 'inform';
export const movingStep = 'move';
export const sendingStep = 'verify_send';
export const replyStep = 'verify_reply';
/** From here on the verification is over, whoever did not reply. */
export const verifiedStage = 'verified';
/** With this step a political centre comes to know of the case. */
export const listingStep = 'list';
