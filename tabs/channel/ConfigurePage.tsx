/** What the tab of a channel is to show, chosen once by whoever adds it: short, and never an address to type. */
import { useEffect, useState } from 'react'
import { forums, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { type ChannelKind, channelKinds, subjectOf, subjectText } from '#src/rules/organisation/channel.ts'
import { compareTexts } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems, useStatus } from '../data.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import styles from './Channel.module.css'

export function ConfigurePage() {
  const { t, locale } = useWords()
  const { session } = useSession()
  const { data } = session
  const status = useStatus(data)
  const compare = compareTexts(locale)
  const choices: Record<ChannelKind, readonly { key: string; title: string }[]> = {
    portfolio: useItems(data, portfolios),
    department: useItems(data, units).filter(
      ({ kind }) => kind === 'department' || kind === 'administration',
    ),
    forum: useItems(data, forums),
  }
  const [kind, setKind] = useState<ChannelKind>('portfolio')
  const [chosen, setChosen] = useState('')
  const rows = choices[kind].toSorted((a, b) => compare(a.title, b.title))
  const row = rows.find(({ key }) => key === chosen)
  // A tab that is changed begins with what it shows now.
  useEffect(() => {
    void session.host
      .then((host) => host?.configured())
      .then((page) => {
        const now = page && subjectOf(decodeURIComponent(page.slice(page.lastIndexOf('/') + 1)))
        if (!now) return
        setKind(now.kind)
        setChosen((said) => said || now.key)
      })
  }, [session])
  // Teams' own Save button can be pressed only when something is chosen.
  useEffect(() => {
    void session.host.then((host) =>
      host?.configure(
        row && {
          page: `/channel/${encodeURIComponent(subjectText({ kind, key: row.key }))}`,
          name: row.title,
        },
      ),
    )
  }, [session, kind, row])
  if (rows.length === 0 && status.phase !== 'ready' && status.phase !== 'failed') return <Waiting />
  return (
    <Page title={t('channel.configure')}>
      <p>{t('channel.configureAbout')}</p>
      <fieldset className={styles.kinds}>
        <legend>{t('channel.kind')}</legend>
        {channelKinds.map((each) => (
          <label key={each}>
            <input
              type='radio'
              name='kind'
              checked={kind === each}
              onChange={() => {
                setKind(each)
                setChosen('')
              }}
            />
            {t(`channel.${each}`)}
          </label>
        ))}
      </fieldset>
      <label className={styles.choice}>
        {t(`channel.${kind}`)}
        <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value=''>{t('channel.choose')}</option>
          {rows.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <p role='status' className={styles.quiet}>
        {row ? t('channel.ready', { name: row.title }) : t('channel.notYet')}
      </p>
    </Page>
  )
}
