/** Inställningar: the organisation that the rules look in, kept by an administrator and readable by all. */
import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { people } from '#src/lists/organisation.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { ListSettings } from './ListSettings.tsx'
import { Processes } from './Processes.tsx'
import { Rights } from './Rights.tsx'
import { listParts, otherParts } from './sections.ts'
import styles from './Settings.module.css'

const OrganisationFile = lazy(() =>
  import('./file/OrganisationFile.tsx').then((m) => ({ default: m.OrganisationFile })),
)

const AxesPart = lazy(() => import('./axes/AxesPart.tsx').then((m) => ({ default: m.AxesPart })))

const DispatchPart = lazy(() =>
  import('./dispatch/DispatchPart.tsx').then((m) => ({ default: m.DispatchPart })),
)

export function SettingsPage({ id }: { id: string }) {
  const { t, word, locale } = useWords()
  const { session } = useSession()
  const who = useItems(session.data, people)
  const roles = who.filter((row) => row.person.id === session.person.id).flatMap((row) => row.roles ?? [])
  const mayOrganise = may('organise', { id: session.person.id, roles })
  const parts = [...listParts, ...otherParts]
  const shown = parts.find((part) => part.id === id) ?? listParts[0]
  const kept = listParts.find((part) => part.id === shown?.id)
  return (
    <Page title={t('settings.title')}>
      <div className={styles.frame}>
        <nav aria-label={t('settings.parts')}>
          <ul className={styles.parts}>
            {parts.map((part) => (
              <li key={part.id}>
                <Link
                  href={`/settings/${part.id}`}
                  aria-current={part === shown ? 'page' : undefined}
                  className={styles.part}
                >
                  {t(part.title)}
                </Link>
              </li>
            ))}
            <li>
              <Link href='/reminders' className={styles.part}>
                {t('reminders.title')}
              </Link>
            </li>
          </ul>
        </nav>
        <div className={styles.shown}>
          {!mayOrganise && shown?.id !== 'dispatch' && (
            <p className={styles.quiet}>
              {t('settings.readOnly', {
                roles: formatList(
                  permissions.organise.roles.map((role) => word('roles', role)),
                  locale,
                ),
              })}
            </p>
          )}
          {kept && <ListSettings key={kept.id} part={kept} mayEdit={mayOrganise} />}
          {shown?.id === 'axes' && (
            <Suspense fallback={<Waiting />}>
              <AxesPart mayEdit={mayOrganise} />
            </Suspense>
          )}
          {shown?.id === 'processes' && <Processes />}
          {shown?.id === 'rights' && <Rights />}
          {shown?.id === 'dispatch' && (
            <Suspense fallback={<Waiting />}>
              <DispatchPart />
            </Suspense>
          )}
          {shown?.id === 'file' && (
            <Suspense fallback={<Waiting />}>
              <OrganisationFile mayEdit={mayOrganise} />
            </Suspense>
          )}
        </div>
      </div>
    </Page>
  )
}
