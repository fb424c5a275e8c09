/** The pages of the tab and their addresses. */
import { FluentProvider, type Theme } from '@fluentui/react-components'
import { Suspense, useEffect, useMemo } from 'react'
import { Route, Switch } from 'wouter'
import type { Day } from '#src/lists/columns.ts'
import type { Words } from '#src/text/words.ts'
import { SessionContext } from './context.ts'
import { WordsContext } from './language.ts'
import { routes } from './routes.tsx'
import type { Session } from './session.ts'
import { ErrorEdge } from './ui/ErrorEdge.tsx'
import { NetStatus } from './ui/NetStatus.tsx'
import { NotFound } from './ui/NotFound.tsx'
import { Waiting } from './ui/Waiting.tsx'
import { Ways } from './ui/Ways.tsx'

export function App({
  theme,
  words,
  session,
  today,
}: {
  theme: Theme
  words: Words
  session: Session
  today: Day
}) {
  useEffect(() => session.data.follow(), [session])
  const context = useMemo(() => ({ session, today }), [session, today])
  return (
    <FluentProvider theme={theme}>
      <WordsContext value={words}>
        <ErrorEdge>
          <SessionContext value={context}>
            <Suspense fallback={<Waiting />}>
              <Switch>
                {routes.map(([path, Page]) => (
                  <Route key={path} path={path}>
                    {(params: { id?: string }) => {
                      const id = decodeURIComponent(params.id ?? '')
                      return <Page key={id} id={id} />
                    }}
                  </Route>
                ))}
                <Route>
                  <NotFound />
                </Route>
              </Switch>
            </Suspense>
            <Ways />
            <NetStatus />
          </SessionContext>
        </ErrorEdge>
      </WordsContext>
    </FluentProvider>
  )
}
