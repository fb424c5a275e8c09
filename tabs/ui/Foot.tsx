/** What stands at the foot of every page: the ways to the others, and how saving goes. The page itself comes first. */
import { NetStatus } from './NetStatus.tsx'
import { Ways } from './Ways.tsx'

export function Foot() {
  return (
    <>
      <Ways />
      <NetStatus />
    </>
  )
}
