/** Every choice about the real service that documentation doesn't settle, by name, so that a run against a real tenant can flip it. */

export type Flags = typeof defaultFlags

export const defaultFlags = {
  /** Show defects people have reported: wrong dates in the answer to POST …/items, shifted version times.
   * https://github.com/microsoftgraph/microsoft-graph-docs/issues/5293, /12328 */
  observedQuirks: true,
  /** Seconds an access token lives. Entra gives 60–90 minutes. */
  tokenSeconds: 3600,
  /** Status for a list that the person may not see; the service is not documented to say 403. */
  hiddenListStatus: 404,
  /** `or` in `$filter` is undocumented; here it works only together with the Prefer header. */
  orInFilter: true,
  /** SharePoint's database compares text without regard to case, in filters and for unique columns. */
  textIgnoresCase: true,
  /** Several rows may leave a unique column empty. */
  uniqueIgnoresEmpty: true,
  /** `null` in the body of POST …/items "can fail".
   * https://github.com/microsoftgraph/msgraph-sdk-dotnet-core/issues/656 */
  nullOnCreate: 'refused' as 'refused' | 'accepted',
  /** Default values of columns created through Graph were ignored.
   * https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/1136 */
  defaultValuesApplied: false,
  /** Minimum and maximum of number columns hold for the API too. */
  numberRangeChecked: true,
  /** A column in `fields($select=…)` that the list lacks. */
  unknownSelectedField: 'refused' as 'refused' | 'ignored',
  /** Two overlapping PATCHes of one row without If-Match: the later gets 409; likewise two column creations. */
  concurrentWriteConflicts: true,
  /** Lists made through Graph keep versions from the start (otherwise somebody must switch them on by REST). */
  newListsKeepVersions: false,
  /** Libraries made through Graph keep 500 versions from the start, as those made by hand do. */
  newLibrariesKeepVersions: true,
  /** Most rows in one page of delta; the real number is undocumented. */
  deltaPage: 200,
  /** Rows in a page when `$top` isn't given, and the most that `$top` gives.
   * https://github.com/OneDrive/onedrive-api-docs/issues/170 */
  defaultPage: 200,
  largestPage: 5000,
  /** List view threshold. */
  threshold: 5000,
  /** Days a delta token lives. */
  deltaTokenDays: 30,
  /** Answer `$batch` in another order than asked. */
  shuffleBatch: true,
  /** Whether an application with Sites.Selected sees the User Information List. */
  userListWithSitesSelected: true,
  /** Reading a site for the first time puts the reader in its User Information List. */
  readingAddsToUserList: false,
  /** Rows that may have an index in one list. */
  indexesPerList: 20,
  /** Longest text of a multi-line column. */
  noteLength: 63_999,
  /** Milliseconds before a new or changed row shows up in lists and delta. */
  replicationLagMs: 0,
  /** Resource units an application may use in a minute; 0 switches throttling off. 1,250 is the smallest tier.
   * https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online */
  unitsPerMinute: 0,
  /** Most bytes in `PUT …/content`: 250 MB says one page, 4 MB the other.
   * https://learn.microsoft.com/graph/api/driveitem-put-content, https://learn.microsoft.com/onedrive/developer/rest-api/concepts/upload */
  simpleUploadBytes: 4 * 1024 * 1024,
  /** A path whose folders are missing makes them. */
  pathMakesFolders: true,
  /** A fragment that isn't a multiple of 320 KiB and isn't the last: documented to fail, not how.
   * https://learn.microsoft.com/graph/api/driveitem-createuploadsession */
  oddFragments: 'refused' as 'refused' | 'accepted',
  /** A token sent along to an upload address "may" give 401. */
  uploadRefusesToken: true,
  /** Minutes an upload session lives after its last fragment; the answer says until when. */
  uploadMinutes: 24 * 60,
  /** Minutes an address of a file's content lives. */
  downloadMinutes: 60,
  /** Office files are changed when they arrive, as SharePoint does (`officeFiles.ts`). Off, so that a file can be compared with what was sent. */
  officeFilesEnriched: false,
  /** The program that makes PDF of documents, called as LibreOffice is: a path, '' for whichever the machine has, 'none' for none. */
  converter: '',
  /** Status for a file that can't be converted to the format asked for; documented is only that not all can. */
  unconvertibleStatus: 406,
  /** Longest path of a file, decoded, from the site's collection on.
   * https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa */
  pathLength: 400,
  /** Longest life of a subscription to a list. https://learn.microsoft.com/graph/api/resources/subscription */
  subscriptionMinutes: 42_300,
  /** How long the address of a subscription may take to answer. */
  handshakeMs: 10_000,
  /** From a change to its notification: under a minute on average, five at most. */
  notificationDelayMs: 1000,
  /** Waits before a notification is sent again; the service goes on for about four hours. */
  notificationRetriesMs: [10_000, 60_000, 600_000],
  /** Notifications may go to plain HTTP on this machine, beside HTTPS anywhere. */
  notifiesThisMachine: true,
  /** Requests a person may make in five minutes; 0 switches it off, 3,000 is documented. */
  userRequestsPer5Minutes: 0,
  /** Milliseconds before an event made online has its address: it "may" come later than the answer.
   * https://learn.microsoft.com/graph/outlook-calendar-online-meetings */
  joinUrlDelayMs: 0,
  /** An event asked for again with the same transactionId: documented is that none is made, not what is answered. */
  repeatedTransaction: 'refused' as 'refused' | 'answered',
  /** Web parts that aren't Microsoft's: the page's reference lets in fourteen only, its announcement others' too.
   * https://devblogs.microsoft.com/microsoft365dev/microsoft-graph-api-for-sharepoint-pages-is-now-generally-available */
  otherWebParts: 'accepted' as 'accepted' | 'refused',
  /** Limits of a bot's requests by conversation. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
  chatLimits: true,
  /** Requests a bot may make in a second; newer texts say 50, older 30; 0 switches it off. */
  chatRequestsPerSecond: 50,
  /** Largest message of a bot: texts say 28, 40 and 100 KB.
   * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
  chatMessageBytes: 28 * 1024,
  /** Text and card in one activity become two messages, and the answer has no id that can be used. */
  chatSplitsText: true,
  /** Minutes that the token of an activity to a bot lives. */
  chatTokenMinutes: 60,
  /** How long a bot may take to answer. */
  botAnswersWithinMs: 15_000,
  /** Only rows with this value of this column come out of unfiltered reads, as a filter on the default view
   * was reported to do. https://github.com/microsoftgraph/microsoft-graph-docs/issues/21195 */
  defaultViewFilter: null as null | { field: string; value: string },
}
