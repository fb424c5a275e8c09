/** Whether the host shows the tab in the side panel of a meeting that is going on: a narrow column beside the call. */
import { useEffect, useState } from 'react'
import { useSession } from '../context.ts'

export function usePanel(): boolean {
  const { session } = useSession()
  const [panel, setPanel] = useState(false)
  useEffect(() => {
    void session.host.then((host) => setPanel(host?.panel === true))
  }, [session])
  return panel
}
