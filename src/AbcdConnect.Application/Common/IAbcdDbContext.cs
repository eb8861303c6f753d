using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.Mail;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.Outcomes.Stories;
using AbcdConnect.Domain.Outcomes.TheoryOfChange;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Search;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Common;

/// <summary>The database: the one repository. Handlers read by projecting straight to records and save visibly, once.
/// Saving also seals the audit log, keeps the search index and marks changed months, in the same transaction.</summary>
public interface IAbcdDbContext
{
    DbSet<Programme> Programmes { get; }

    DbSet<Neighbourhood> Neighbourhoods { get; }

    DbSet<Postcode> Postcodes { get; }

    DbSet<Target> Targets { get; }

    DbSet<Staffing> Staffing { get; }

    DbSet<Member> Members { get; }

    DbSet<Device> Devices { get; }

    DbSet<AuditEntry> AuditEntries { get; }

    DbSet<Person> People { get; }

    DbSet<Gift> Gifts { get; }

    DbSet<GiftTerm> GiftTerms { get; }

    DbSet<Consent> Consents { get; }

    DbSet<PersonMerge> PersonMerges { get; }

    DbSet<DataProtectionRequest> DataProtectionRequests { get; }

    DbSet<Conversation> Conversations { get; }

    DbSet<ConversationPerson> ConversationPeople { get; }

    DbSet<Asset> Assets { get; }

    DbSet<AssetHours> AssetHours { get; }

    DbSet<AssetPhoto> AssetPhotos { get; }

    DbSet<AssetCategory> AssetCategories { get; }

    DbSet<AssetSuggestion> AssetSuggestions { get; }

    DbSet<AssetDoubt> AssetDoubts { get; }

    DbSet<UpkeepItem> UpkeepItems { get; }

    DbSet<KeeperLink> KeeperLinks { get; }

    DbSet<KeeperProposal> KeeperProposals { get; }

    DbSet<BusStop> BusStops { get; }

    DbSet<BusRide> BusRides { get; }

    DbSet<AssetPair> AssetPairs { get; }

    DbSet<AssetMerge> AssetMerges { get; }

    DbSet<ImportBatch> ImportBatches { get; }

    DbSet<ImportProblem> ImportProblems { get; }

    DbSet<ImportChange> ImportChanges { get; }

    DbSet<Upload> Uploads { get; }

    DbSet<KeptProfile> KeptProfiles { get; }

    DbSet<FollowedDirectory> FollowedDirectories { get; }

    DbSet<Activity> Activities { get; }

    DbSet<ActivitySession> ActivitySessions { get; }

    DbSet<Attendance> Attendances { get; }

    DbSet<ActivityStatusChange> ActivityStatusChanges { get; }

    DbSet<Connection> Connections { get; }

    DbSet<Introduction> Introductions { get; }

    DbSet<Signpost> Signposts { get; }

    DbSet<DayAnswer> DayAnswers { get; }

    DbSet<Agency> Agencies { get; }

    DbSet<Practitioner> Practitioners { get; }

    DbSet<Letter> Letters { get; }

    DbSet<Meeting> Meetings { get; }

    DbSet<MeetingAttendance> MeetingAttendances { get; }

    DbSet<Invitation> Invitations { get; }

    DbSet<InvitationLink> InvitationLinks { get; }

    DbSet<MeetingSeries> MeetingSeries { get; }

    DbSet<MeetingPaper> MeetingPapers { get; }

    DbSet<MeetingAction> MeetingActions { get; }

    DbSet<ActionNote> ActionNotes { get; }

    DbSet<Decision> Decisions { get; }

    DbSet<AgreedMinutes> AgreedMinutes { get; }

    DbSet<SaidAndDone> SaidAndDone { get; }

    DbSet<SaidSource> SaidSources { get; }

    DbSet<SaidPage> SaidPages { get; }

    DbSet<Sitting> Sittings { get; }

    DbSet<ItemNotes> ItemNotes { get; }

    DbSet<NoteEdit> NoteEdits { get; }

    DbSet<Discussion> Discussions { get; }

    DbSet<MonthlyMetric> MonthlyMetrics { get; }

    DbSet<ChangedMonth> ChangedMonths { get; }

    DbSet<JobRun> JobRuns { get; }

    DbSet<OutcomeReport> OutcomeReports { get; }

    DbSet<PreparedReport> PreparedReports { get; }

    DbSet<PlacePrint> PlacePrints { get; }

    DbSet<ValueInput> ValueInputs { get; }

    DbSet<Story> Stories { get; }

    DbSet<StoryRound> StoryRounds { get; }

    DbSet<StoryInRound> StoriesInRounds { get; }

    DbSet<StoryTrail> StoryTrails { get; }

    DbSet<StoryPicture> StoryPictures { get; }

    DbSet<Asking> Askings { get; }

    DbSet<AskingLink> AskingLinks { get; }

    DbSet<OwnMeasure> OwnMeasures { get; }

    DbSet<MeasureUse> MeasureUses { get; }

    DbSet<Theory> Theories { get; }

    DbSet<SearchWord> SearchWords { get; }

    DbSet<SearchPosting> SearchPostings { get; }

    DbSet<SearchKey> SearchKeys { get; }

    DbSet<SearchedRecord> SearchedRecords { get; }

    DbSet<SearchIndexState> SearchIndexStates { get; }

    DbSet<Submission> Submissions { get; }

    /// <exception cref="Domain.Common.OvertakenException">Somebody else saved one of these records first; nothing was saved.</exception>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken);

    /// <summary>Several saves that stand or fall together: where the second needs a number that the first one gets.</summary>
    /// <exception cref="Domain.Common.OvertakenException">Somebody else saved one of these records first; nothing was saved.</exception>
    Task<T> AllOrNothing<T>(Func<Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Saves, and writes to the audit log which fields changed but none of their words: for forgetting a person.</summary>
    /// <exception cref="Domain.Common.OvertakenException">Somebody else saved one of these records first; nothing was saved.</exception>
    Task<int> SaveWithoutWordsAsync(CancellationToken cancellationToken);

    /// <summary>Counts the record as changed at the next save, where only what belongs to it did: a gift heard in a conversation.</summary>
    void Touch(AggregateRoot record);

    /// <summary>Forgets what was read, in a long run over many records.</summary>
    void Forget();
}
