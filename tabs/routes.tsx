/** The pages of the tab: address, subject of their sentences, and where their code is. */
import { type ComponentType, lazy, use } from 'react'
import type { Subject } from '#src/text/words.ts'
import { useWords } from './language.ts'

/**
 * A page and its sentences, asked for side by side and shown when both are here. One that people open first is `light`: what
 * it shows of refusals comes later, with the words for them.
 */
function page(
  named: readonly Subject[],
  load: () => Promise<ComponentType<Given>>,
  { light = false }: { light?: boolean } = {},
) {
  const subjects: readonly Subject[] = light ? named : ['refusals', ...named]
  let coming: Promise<{ default: ComponentType<Given> }> | undefined
  const once = () => {
    coming ??= load().then((component) => ({ default: component }))
    // A chunk that didn't come may be asked for again.
    coming.catch(() => {
      coming = undefined
    })
    return coming
  }
  const Lazy = lazy(once)
  function Routed(given: Given) {
    const words = useWords()
    void once()
    for (const learnt of subjects.map((subject) => words.learn(subject))) use(learnt)
    return <Lazy {...given} />
  }
  Routed.preload = () => void once()
  return Routed
}

/** What an address carries: the last part of it. */
export interface Given {
  id: string
}

const Home = page(['home'], async () => (await import('./home/HomePage.tsx')).HomePage, { light: true })
const NewNeed = page(
  ['need', 'similar', 'initiative'],
  async () => (await import('./need/NewNeedPage.tsx')).NewNeedPage,
)
const Happened = page(['need'], async () => (await import('./need/HappenedPage.tsx')).HappenedPage)
const Coverage = page(['need'], async () => (await import('./need/CoveragePage.tsx')).CoveragePage)
const Portfolio = page(
  ['portfolio'],
  async () => (await import('./portfolio/PortfolioPage.tsx')).PortfolioPage,
  { light: true },
)
const Import = page(
  ['portfolio', 'import', 'initiative', 'similar'],
  async () => (await import('./portfolio/import/ImportPage.tsx')).ImportPage,
)
const Initiative = page(
  ['initiative', 'similar', 'followUp', 'confidential', 'receptions'],
  async () => (await import('./initiative/InitiativePage.tsx')).InitiativePage,
)

const Settings = page(
  ['settings', 'axes', 'initiative', 'reminders', 'dispatch'],
  async () => (await import('./settings/SettingsPage.tsx')).SettingsPage,
)

const Reminders = page(
  ['reminders'],
  async () => (await import('./reminders/RemindersPage.tsx')).RemindersPage,
)

const Board = page(
  ['board', 'portfolio', 'initiative'],
  async () => (await import('./board/BoardPage.tsx')).BoardPage,
)

const Bubbles = page(
  ['pictures', 'portfolio'],
  async () => (await import('./pictures/BubblesPage.tsx')).BubblesPage,
)
const Roadmap = page(
  ['pictures', 'portfolio', 'initiative'],
  async () => (await import('./pictures/RoadmapPage.tsx')).RoadmapPage,
)
const Flow = page(
  ['pictures', 'lenses', 'portfolio'],
  async () => (await import('./pictures/FlowPage.tsx')).FlowPage,
)
const Receiving = page(
  ['pictures', 'lenses', 'portfolio'],
  async () => (await import('./pictures/ReceivingPage.tsx')).ReceivingPage,
)
const Balance = page(
  ['pictures', 'lenses', 'axes', 'portfolio'],
  async () => (await import('./pictures/BalancePage.tsx')).BalancePage,
)
const Changes = page(
  ['pictures', 'lenses', 'portfolio'],
  async () => (await import('./pictures/ChangesPage.tsx')).ChangesPage,
)

const FollowUp = page(['followUp'], async () => (await import('./followUp/FollowUpPage.tsx')).FollowUpPage)
const Report = page(['followUp'], async () => (await import('./followUp/ReportPage.tsx')).ReportPage)

const Channel = page(['channel'], async () => (await import('./channel/ChannelPage.tsx')).ChannelPage)
const Configure = page(['channel'], async () => (await import('./channel/ConfigurePage.tsx')).ConfigurePage)

const Meetings = page(['meetings'], async () => (await import('./meetings/MeetingsPage.tsx')).MeetingsPage)
const Forum = page(
  ['meetings', 'forum'],
  async () => (await import('./meetings/forum/ForumPage.tsx')).ForumPage,
)
/** Beside the call. */
const Panel = page(['meetings', 'holding'], async () => (await import('./meetings/PanelPage.tsx')).PanelPage)
const Meeting = page(
  ['meetings', 'agenda', 'minutes'],
  async () => (await import('./meetings/MeetingPage.tsx')).MeetingPage,
)

const Actions = page(
  ['meetings', 'register', 'initiative'],
  async () => (await import('./meetings/register/ActionsPage.tsx')).ActionsPage,
)

const Decisions = page(
  ['meetings', 'register', 'initiative'],
  async () => (await import('./meetings/register/DecisionsPage.tsx')).DecisionsPage,
)

const Department = page(
  ['meetings', 'register', 'agenda', 'followUp', 'initiative'],
  async () => (await import('./meetings/department/DepartmentPage.tsx')).DepartmentPage,
)

const Brief = page(
  ['meetings', 'register', 'initiative'],
  async () => (await import('./meetings/brief/BriefPage.tsx')).BriefPage,
)

const Prioritise = page(
  ['prioritise', 'scoring'],
  async () => (await import('./prioritise/PrioritisePage.tsx')).PrioritisePage,
)
const Scores = page(
  ['prioritise', 'scoring'],
  async () => (await import('./prioritise/ScoresPage.tsx')).ScoresPage,
)
const Criteria = page(
  ['prioritise', 'scoring'],
  async () => (await import('./prioritise/CriteriaPage.tsx')).CriteriaPage,
)
const Scenarios = page(
  ['prioritise', 'scenarios', 'axes'],
  async () => (await import('./prioritise/ScenariosPage.tsx')).ScenariosPage,
)
const PrioritiseSession = page(
  ['prioritise', 'agenda', 'initiative', 'followUp'],
  async () => (await import('./prioritise/SessionPage.tsx')).SessionPage,
)

type Routes = readonly (readonly [path: string, Page: ReturnType<typeof page>])[]

/** Under `npm run dev` and in tests; a build leaves it out. */
const gallery: Routes = import.meta.env.DEV
  ? [['/gallery', page([], async () => (await import('./gallery/GalleryPage.tsx')).GalleryPage)]]
  : []

/** First match wins; `:id` is given to the page. */
export const routes: Routes = [
  ...gallery,
  ['/', Home],
  ['/home', Home],
  ['/need/new', NewNeed],
  ['/need/:id', Happened],
  ['/needs', Coverage],
  ['/portfolio', Portfolio],
  ['/portfolio/import', Import],
  ['/initiative/:id', Initiative],
  ['/board', Board],
  ['/bubbles', Bubbles],
  ['/roadmap', Roadmap],
  ['/flow', Flow],
  ['/receiving', Receiving],
  ['/balance', Balance],
  ['/changes', Changes],
  ['/followUp', FollowUp],
  ['/report/:id', Report],
  ['/meetings', Meetings],
  ['/forum/:id', Forum],
  ['/meeting/:id', Meeting],
  ['/panel/:id', Panel],
  ['/channel/:id', Channel],
  ['/configure', Configure],
  ['/actions', Actions],
  ['/decisions', Decisions],
  ['/department/:id', Department],
  ['/brief/:id', Brief],
  ['/prioritise', Prioritise],
  ['/prioritise/scores', Scores],
  ['/prioritise/criteria', Criteria],
  ['/prioritise/scenarios', Scenarios],
  ['/prioritise/session', PrioritiseSession],
  ['/reminders', Reminders],
  ['/settings', Settings],
  ['/settings/:id', Settings],
]

/** Starts bringing the page of an address before anything else is known. */
export const preload = (address: string) =>
  routes
    .find(([path]) => (path.endsWith(':id') ? address.startsWith(path.slice(0, -3)) : address === path))?.[1]
    .preload()
