/** What sending one message means: the seam between delivery and the bot's SDK. */
import type { Address, Sending } from '#src/lists/reminding.ts'
import type { Outcome } from './outcome.ts'

/** Posts an activity to where a person or channel is reached, once, without retrying. Never throws what an outcome can say. */
export type Post = (address: Address, activity: object) => Promise<Outcome>

/** The activity of a message, in the language of whoever gets it. */
export type Draw = (sending: Sending, address: Address) => object
