/** Whether the tab is shown to several at once, in a channel or a meeting: nothing there leads to what is one's own. */
import { useEffect, useState } from 'react'
import { useSession } from '../context.ts'

export function useShared(): boolean {
  const { session } = useSession()
  const [shared, setShared] = useState(false)
  useEffect(() => {
    void session.host.then((host) => setShared(host?.shared === true))
  }, [session])
  return shared
}
