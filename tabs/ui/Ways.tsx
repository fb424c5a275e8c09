/** The ways to every part of the product, quietly at the foot of each page: the host has tabs for only some of them. */
import { Link, useLocation } from 'wouter'
import { useWords } from '../language.ts'
import { useShared } from './useShared.ts'
import styles from './Ways.module.css'

const ways = [
  'home',
  'portfolio',
  'meetings',
  'prioritise',
  'board',
  'followUp',
  'needs',
  'settings',
] as const

/** A channel's tab is about one thing and is the same for everyone: nothing leads out of it but what it shows. */
const without = ['/channel/', '/configure']

export function Ways() {
  const { t } = useWords()
  const [address] = useLocation()
  // Hem is one's own: never in what others see too.
  const shared = useShared()
  if (without.some((start) => address.startsWith(start))) return null
  return (
    <nav className={`${styles.ways} no-print`} aria-label={t('ways.label')}>
      {ways
        .filter((way) => way !== 'home' || !shared)
        .map((way) => (
          <Link key={way} href={`/${way}`} aria-current={isAt(address, way) ? 'page' : undefined}>
            {t(`ways.${way}`)}
          </Link>
        ))}
    </nav>
  )
}

const isAt = (address: string, way: (typeof ways)[number]) =>
  address === `/${way}` ||
  (way === 'home' && address === '/') ||
  (['settings', 'prioritise'].includes(way) && address.startsWith(`/${way}/`))
