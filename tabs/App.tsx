/** The pages of the tab and their addresses. */
import { FluentProvider, type Theme } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { Route, Switch } from 'wouter'
import type { Day } from '#src/lists/columns.ts'
import type { Words } from '#src/text/words.ts'
import { SessionContext } from './context.ts'
import { WordsContext } from './language.ts'
import { routes } from './routes.tsx'
import type { Session } from './session.ts'
import { ErrorEdge } from './ui/ErrorEdge.tsx'
import { NotFound } from './ui/NotFound.tsx'
import { Waiting } from './ui/Waiting.tsx'

const comingFoot = import('./ui/Foot.tsx')
const Foot = lazy(async () => ({ default: (await comingFoot).Foot }))

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
            <Suspense fallback={null}>
              <Foot />
            </Suspense>
          </SessionContext>
        </ErrorEdge>
      </WordsContext>
    </FluentProvider>
  )
}
