/** Work with the library of minutes, whose faults are refusals with a sentence of their own; anything else is thrown as it is. */
import { hasNoConverter, libraryFault } from '#src/graph/minutesFiles.ts'
import { Refused } from '#src/rules/refusal.ts'

export async function inLibrary<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const fault = libraryFault(error)
    if (fault) throw new Refused({ why: 'library', fault })
    if (hasNoConverter(error)) throw new Refused({ why: 'noConverter' })
    throw error
  }
}
