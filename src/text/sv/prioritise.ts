/** What the pages of prioritising say in common and of a forum's ranking and session, in Swedish: the master that other languages follow. */

export const sentences = {
  'prioritise.forum': 'Forum',
  'prioritise.ways': 'Prioritering',
  'prioritise.noForums':
    'Inget forum prioriterar än. Ett forum gör det när det styr en portfölj: ange det under Inställningar, Portföljer.',
  'prioritise.way.ranking': 'Rangordning',
  'prioritise.way.scores': 'Bedömning',
  'prioritise.way.criteria': 'Kriterier',
  'prioritise.way.scenarios': 'Scenarier',
  'prioritise.way.session': 'Sittning',
}
