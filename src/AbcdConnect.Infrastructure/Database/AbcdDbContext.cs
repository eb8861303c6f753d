using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
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
using AbcdConnect.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Infrastructure.Database;

/// <summary>The one model for both databases. What saving does beside storing is in <see cref="ChangeKeeper"/>.</summary>
public sealed class AbcdDbContext(DbContextOptions<AbcdDbContext> options, TimeProvider clock, ICurrentViewer current, WriteGate gate)
    : IdentityUserContext<AbcdUser, long>(options), IAbcdDbContext
{
    private bool withoutWords;
    private bool isSpoilt;

    // Identity asks the application's options which tables it has; where no application runs, they still are the same.
    private static readonly ServiceProvider IdentityOnly = new ServiceCollection()
        .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = TablesOfIdentity)
        .BuildServiceProvider();

    /// <summary>Passkeys came with the third version of Identity's tables.</summary>
    internal static Version TablesOfIdentity => IdentitySchemaVersions.Version3;

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<Neighbourhood> Neighbourhoods => Set<Neighbourhood>();

    public DbSet<Postcode> Postcodes => Set<Postcode>();

    public DbSet<Target> Targets => Set<Target>();

    public DbSet<Staffing> Staffing => Set<Staffing>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Device> Devices => Set<Device>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Gift> Gifts => Set<Gift>();

    public DbSet<GiftTerm> GiftTerms => Set<GiftTerm>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<PersonMerge> PersonMerges => Set<PersonMerge>();

    public DbSet<DataProtectionRequest> DataProtectionRequests => Set<DataProtectionRequest>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<ConversationPerson> ConversationPeople => Set<ConversationPerson>();

    public DbSet<Asset> Assets => Set<Asset>();

    public DbSet<AssetHours> AssetHours => Set<AssetHours>();

    public DbSet<AssetPhoto> AssetPhotos => Set<AssetPhoto>();

    public DbSet<AssetCategory> AssetCategories => Set<AssetCategory>();

    public DbSet<AssetSuggestion> AssetSuggestions => Set<AssetSuggestion>();

    public DbSet<AssetDoubt> AssetDoubts => Set<AssetDoubt>();

    public DbSet<UpkeepItem> UpkeepItems => Set<UpkeepItem>();

    public DbSet<KeeperLink> KeeperLinks => Set<KeeperLink>();

    public DbSet<KeeperProposal> KeeperProposals => Set<KeeperProposal>();

    public DbSet<BusStop> BusStops => Set<BusStop>();

    public DbSet<BusRide> BusRides => Set<BusRide>();

    public DbSet<AssetPair> AssetPairs => Set<AssetPair>();

    public DbSet<AssetMerge> AssetMerges => Set<AssetMerge>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<ImportProblem> ImportProblems => Set<ImportProblem>();

    public DbSet<ImportChange> ImportChanges => Set<ImportChange>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<KeptProfile> KeptProfiles => Set<KeptProfile>();

    public DbSet<FollowedDirectory> FollowedDirectories => Set<FollowedDirectory>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<ActivitySession> ActivitySessions => Set<ActivitySession>();

    public DbSet<Attendance> Attendances => Set<Attendance>();

    public DbSet<ActivityStatusChange> ActivityStatusChanges => Set<ActivityStatusChange>();

    public DbSet<Connection> Connections => Set<Connection>();

    public DbSet<Introduction> Introductions => Set<Introduction>();

    public DbSet<Signpost> Signposts => Set<Signpost>();

    public DbSet<DayAnswer> DayAnswers => Set<DayAnswer>();

    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<Practitioner> Practitioners => Set<Practitioner>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<MeetingAttendance> MeetingAttendances => Set<MeetingAttendance>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<InvitationLink> InvitationLinks => Set<InvitationLink>();

    public DbSet<MeetingSeries> MeetingSeries => Set<MeetingSeries>();

    public DbSet<MeetingPaper> MeetingPapers => Set<MeetingPaper>();

    public DbSet<MeetingAction> MeetingActions => Set<MeetingAction>();

    public DbSet<ActionNote> ActionNotes => Set<ActionNote>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<AgreedMinutes> AgreedMinutes => Set<AgreedMinutes>();

    public DbSet<SaidAndDone> SaidAndDone => Set<SaidAndDone>();

    public DbSet<SaidSource> SaidSources => Set<SaidSource>();

    public DbSet<SaidPage> SaidPages => Set<SaidPage>();

    public DbSet<Sitting> Sittings => Set<Sitting>();

    public DbSet<ItemNotes> ItemNotes => Set<ItemNotes>();

    public DbSet<NoteEdit> NoteEdits => Set<NoteEdit>();

    public DbSet<Discussion> Discussions => Set<Discussion>();

    public DbSet<MonthlyMetric> MonthlyMetrics => Set<MonthlyMetric>();

    public DbSet<ChangedMonth> ChangedMonths => Set<ChangedMonth>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<OutcomeReport> OutcomeReports => Set<OutcomeReport>();

    public DbSet<PreparedReport> PreparedReports => Set<PreparedReport>();

    public DbSet<PlacePrint> PlacePrints => Set<PlacePrint>();

    public DbSet<ValueInput> ValueInputs => Set<ValueInput>();

    public DbSet<Story> Stories => Set<Story>();

    public DbSet<StoryRound> StoryRounds => Set<StoryRound>();

    public DbSet<StoryInRound> StoriesInRounds => Set<StoryInRound>();

    public DbSet<StoryTrail> StoryTrails => Set<StoryTrail>();

    public DbSet<StoryPicture> StoryPictures => Set<StoryPicture>();

    public DbSet<Asking> Askings => Set<Asking>();

    public DbSet<AskingLink> AskingLinks => Set<AskingLink>();

    public DbSet<OwnMeasure> OwnMeasures => Set<OwnMeasure>();

    public DbSet<MeasureUse> MeasureUses => Set<MeasureUse>();

    public DbSet<Theory> Theories => Set<Theory>();

    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    public DbSet<SearchPosting> SearchPostings => Set<SearchPosting>();

    public DbSet<SearchKey> SearchKeys => Set<SearchKey>();

    public DbSet<SearchedRecord> SearchedRecords => Set<SearchedRecord>();

    public DbSet<SearchIndexState> SearchIndexStates => Set<SearchIndexState>();

    public DbSet<Submission> Submissions => Set<Submission>();

    internal DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    internal DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>A context in which nobody is signed in: for migrations, which change tables and no rows.</summary>
    public static AbcdDbContext WithNobody(DbContextOptions<AbcdDbContext> options) => new(
        new DbContextOptionsBuilder<AbcdDbContext>(options).UseApplicationServiceProvider(IdentityOnly).Options, TimeProvider.System, new Nobody(), new WriteGate());

    public void Touch(AggregateRoot record) => Entry(record).Property(r => r.ChangedAt).IsModified = true;

    public void Forget() => ChangeTracker.Clear();

    public async Task<T> AllOrNothing<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            // Part of something larger that stands or falls as one.
            return await work();
        }

        using var turn = await gate.Hold(this, cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        isSpoilt = false;
        var made = await work();
        if (isSpoilt)
        {
            throw new InvalidOperationException("A save among several that stand or fall as one has failed and was passed over: none of them is kept.");
        }

        await transaction.CommitAsync(cancellationToken);
        return made;
    }

    public async Task<int> SaveWithoutWordsAsync(CancellationToken cancellationToken)
    {
        withoutWords = true;
        try
        {
            return await SaveChangesAsync(cancellationToken);
        }
        finally
        {
            withoutWords = false;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Saving waits for the disk: use SaveChangesAsync.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        if (!ChangeTracker.HasChanges())
        {
            return 0;
        }

        // One writer at a time in this process; another process waits on the database's own lock.
        using var turn = await gate.Enter(this, cancellationToken);
        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        // All is undone when anything fails, so nothing need be held to undo a part: SQLite would look through what it holds at every row.
        Database.AutoSavepointsEnabled = false;
        var isWhole = false;
        try
        {
            // What changed is known from here on: a thousand records are not looked through again at every step.
            ChangeTracker.AutoDetectChangesEnabled = false;
            var (by, at) = (current.Viewer, clock.GetUtcNow());
            var keeper = ChangeKeeper.Look(this, by?.UserId, at, withoutWords);
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (await keeper.Add(by, at, cancellationToken))
            {
                await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
                keeper.Release();
            }

            if (transaction is not null)
            {
                await transaction.CommitAsync(cancellationToken);
            }

            isWhole = true;
            return saved;
        }
        catch (DbUpdateConcurrencyException overtaken)
        {
            // The other's save is in the database already, with who and when.
            var stored = overtaken.Entries.FirstOrDefault(e => e.Entity is AggregateRoot) is { } root ? await root.GetDatabaseValuesAsync(cancellationToken) : null;
            throw new OvertakenException(stored?.GetValue<UserId?>(nameof(AggregateRoot.ChangedBy)), stored?.GetValue<DateTimeOffset?>(nameof(AggregateRoot.ChangedAt)));
        }
        finally
        {
            isSpoilt |= !isWhole;
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>Saves without keeping anything beside it: for the keeper itself.</summary>
    internal Task<int> SaveOnlyAsync(CancellationToken token) => base.SaveChangesAsync(acceptAllChangesOnSuccess: true, token);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AbcdDbContext).Assembly);
        Conventions.Apply(builder, Database.IsSqlite());
    }

    private sealed class Nobody : ICurrentViewer
    {
        public Viewer? Viewer => null;
    }
}
