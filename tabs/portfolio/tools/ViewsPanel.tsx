/** Saved views: one's own and those shared with everyone; each is an address, and the address is what is saved. */
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { type View, views } from '#src/lists/views.ts'
import { mayChangeView } from '#src/rules/permissions.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { compareTexts } from '#src/text/format.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { readState, writeState } from '../../ui/portfolioView/address.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useMyRoles } from '../../ui/useMyRoles.ts'
import { useRead } from '../../ui/useRead.ts'
import type { Tooled } from './Tools.tsx'
import styles from './Tools.module.css'

const read = (store: ListReader) => store.all(views)
const belongs = () => true

export function ViewsPanel({ close }: Tooled) {
  const { t, locale } = useWords()
  const { session } = useSession()
  const [, navigate] = useLocation()
  const roles = useMyRoles()
  const here = useHere()
  const { rows, error, reload } = useRead('views', read, belongs)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const [said, setSaid] = useState('')
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.focus(), [])
  const compare = compareTexts(locale)
  const mine = (view: View) => view.owner.id === session.person.id
  const known = (rows ?? [])
    .filter((view) => view.shared || mine(view))
    .toSorted((a, b) => compare(a.title, b.title))

  const save = async (view: Pick<View, 'key' | 'title' | 'address'> & Partial<View>, done: string) => {
    const { key, title, shared = false, address, archived = false, version } = view
    const answer = await session.acting.act(
      'saveView',
      { view: key, title, shared, address, archived },
      version ? { [key]: version } : {},
    )
    setRefusals('refusals' in answer ? answer.refusals : [])
    setSaid('refusals' in answer ? '' : 'waiting' in answer ? t('table.viewWaiting') : done)
  }
  const copyLink = async () => {
    const host = await session.host
    if (host) host.shareLink(here, t('portfolio.title'))
    else await navigator.clipboard.writeText(window.location.origin + here)
    setSaid(t('table.linkCopied'))
  }
  const create = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const title = String(given.get('title')).trim()
    if (!title) return
    const shared = given.get('shared') !== null
    void save({ key: newKey(), title, shared, address: here }, t('table.viewSaved', { title }))
    form.reset()
  }

  const lists = [
    { name: t('table.myViews'), held: known.filter(mine), empty: t('table.noViews') },
    { name: t('table.sharedViews'), held: known.filter((view) => !mine(view)), empty: t('table.noShared') },
  ]
  return (
    <div ref={panel} tabIndex={-1} className={styles.views} aria-label={t('table.savedViews')} role='group'>
      {rows === undefined && error === undefined && <p className={styles.note}>{t('app.loading')}</p>}
      {error !== undefined && (
        <p role='alert'>
          {t('table.viewsFailed')}{' '}
          <button type='button' className={styles.button} onClick={reload}>
            {t('app.retry')}
          </button>
        </p>
      )}
      {rows && (
        <div className={styles.viewLists}>
          {lists.map(({ name, held, empty }) => (
            <section key={name} aria-label={name}>
              <h3>{name}</h3>
              {held.length === 0 && <p className={styles.note}>{empty}</p>}
              <ul>
                {held.map((view) => (
                  <li key={view.key}>
                    <Link href={safe(view.address)} aria-current={view.address === here ? 'page' : undefined}>
                      {view.title}
                    </Link>
                    {mine(view) && view.shared && <span className={styles.note}>{t('table.isShared')}</span>}
                    {!mine(view) && <span className={styles.note}>{view.owner.name}</span>}
                    {mayChangeView({ id: session.person.id, roles }, view) && (
                      <>
                        {view.address !== here && (
                          <button
                            type='button'
                            className={styles.small}
                            aria-label={t('table.replaceView', { title: view.title })}
                            onClick={() =>
                              void save(
                                { ...view, address: here },
                                t('table.viewSaved', { title: view.title }),
                              )
                            }
                          >
                            {t('table.replace')}
                          </button>
                        )}
                        <button
                          type='button'
                          className={styles.small}
                          aria-label={t('table.removeView', { title: view.title })}
                          onClick={() =>
                            void save({ ...view, archived: true }, t('table.viewGone', { title: view.title }))
                          }
                        >
                          {t('table.remove')}
                        </button>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      <form className={styles.form} onSubmit={create}>
        <input
          name='title'
          required
          maxLength={255}
          className={styles.input}
          aria-label={t('table.viewName')}
          placeholder={t('table.viewName')}
        />
        <label>
          <input type='checkbox' name='shared' />
          {t('table.share')}
        </label>
        <button type='submit' className={`${styles.button} ${styles.primary}`}>
          {t('table.saveView')}
        </button>
        <button type='button' className={styles.button} onClick={() => void copyLink()}>
          {t('table.copyLink')}
        </button>
        <button
          type='button'
          className={styles.button}
          onClick={() => navigate('/portfolio', { replace: true })}
        >
          {t('table.standardView')}
        </button>
        <button type='button' className={styles.button} onClick={close}>
          {t('table.close')}
        </button>
      </form>
      <Refusals refusals={refusals} />
      <span role='status'>{said}</span>
    </div>
  )
}

/** What the address says of the table, without what the host wrote there. */
function useHere(): string {
  const search = useSearch()
  const query = useCallback(
    () => writeState(new URLSearchParams(), readState(new URLSearchParams(search))).toString(),
    [search],
  )()
  return query ? `/portfolio?${query}` : '/portfolio'
}

/** Somebody may have written another address in SharePoint: only the portfolio is led to. */
const safe = (address: string) => (/^\/portfolio(\?|$)/.test(address) ? address : '/portfolio')
