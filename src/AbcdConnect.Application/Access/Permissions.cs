using AbcdConnect.Domain.Access;

namespace AbcdConnect.Application.Access;

/// <summary>What a request may need. Which rows it then reaches is each aggregate's own rule (<c>VisibleTo</c>).</summary>
public enum Permission
{
    SeePeople,
    ChangePeople,
    SeeConversations,
    LogConversation,
    SeeAssets,
    ChangeAssets,
    SuggestAssetChange,

    /// <summary>Decide about what a keeper would have changed.</summary>
    ModerateAssets,
    SeeActivities,
    ChangeActivities,
    SeeConnections,
    ChangeConnections,
    SeeSignposts,
    Signpost,
    SeeAgencies,
    ChangeAgencies,
    SeeMeetings,
    RunMeetings,

    /// <summary>Write along while a meeting runs.</summary>
    TakeNotes,

    /// <summary>Say that an agreed action is done, or open again. A partner: those of their own agency.</summary>
    DoActions,
    SeeFigures,
    SeeRowsBehindFigures,
    CompileFigures,
    SeeTheory,
    ChangeTheory,
    SeeReports,
    PublishReports,

    /// <summary>Look at a report before it is published, as the second person, and approve it.</summary>
    ApproveReports,
    SeeProgramme,
    ChangeProgramme,
    ImportData,
    SeeImports,
    SeeJobs,

    /// <summary>See which letters wait, were sent or came back, and send one on its way again.</summary>
    SeeLetters,
    ManageUsers,
    SeeAudit,
    ManageTaxonomy,
    ManageDataProtection,
    Search,

    /// <summary>Read what the programme shares with everybody: those who are not signed in may do this and nothing else.</summary>
    ReadOpenData,
}

/// <summary>The table of design.md, section 6.</summary>
public static class Permissions
{
    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Worker] =
        [
            Permission.SeePeople, Permission.ChangePeople, Permission.SeeConversations, Permission.LogConversation,
            Permission.SeeAssets, Permission.ChangeAssets, Permission.SeeActivities, Permission.ChangeActivities,
            Permission.SeeConnections, Permission.ChangeConnections, Permission.SeeSignposts, Permission.Signpost,
            Permission.SeeAgencies, Permission.SeeMeetings, Permission.TakeNotes, Permission.DoActions, Permission.SeeFigures, Permission.SeeRowsBehindFigures,
            Permission.SeeTheory, Permission.SeeReports, Permission.ApproveReports, Permission.SeeProgramme, Permission.Search,
        ],
        [Role.Coordinator] =
        [
            Permission.SeePeople, Permission.ChangePeople, Permission.SeeConversations, Permission.LogConversation,
            Permission.SeeAssets, Permission.ChangeAssets, Permission.SeeActivities, Permission.ChangeActivities,
            Permission.SeeConnections, Permission.ChangeConnections, Permission.SeeSignposts, Permission.Signpost,
            Permission.SeeAgencies, Permission.ChangeAgencies, Permission.SeeMeetings, Permission.RunMeetings, Permission.TakeNotes, Permission.DoActions,
            Permission.SeeFigures, Permission.SeeRowsBehindFigures, Permission.CompileFigures, Permission.SeeTheory, Permission.ChangeTheory, Permission.SeeReports,
            Permission.PublishReports, Permission.ApproveReports, Permission.SeeProgramme, Permission.ChangeProgramme, Permission.ImportData, Permission.ModerateAssets,
            Permission.SeeImports, Permission.SeeJobs, Permission.SeeLetters, Permission.Search,
        ],
        [Role.Partner] =
        [
            Permission.SeePeople, Permission.SeeConversations, Permission.SeeSignposts, Permission.SeeAssets,
            Permission.SuggestAssetChange, Permission.SeeActivities, Permission.SeeMeetings, Permission.DoActions, Permission.SeeReports,
            Permission.Search,
        ],
        [Role.Commissioner] =
        [
            Permission.SeeAssets, Permission.SeeActivities, Permission.SeeTheory, Permission.SeeReports, Permission.Search,
        ],
        [Role.Researcher] =
        [
            Permission.SeeConversations, Permission.SeeAssets, Permission.SeeActivities, Permission.SeeReports, Permission.Search,
        ],
        [Role.Administrator] =
        [
            Permission.ManageUsers, Permission.SeeAudit, Permission.ManageTaxonomy, Permission.ManageDataProtection,
            Permission.SeeProgramme, Permission.ChangeProgramme, Permission.SeeJobs, Permission.SeeLetters, Permission.SeeImports,
        ],
    };

    public static bool Allows(this Role role, Permission permission) => Table[role].Contains(permission);

    public static bool May(this Viewer viewer, Permission permission) => viewer.IsSystem || (viewer.IsPublic ? permission == Permission.ReadOpenData : viewer.Role.Allows(permission));
}

/// <summary>The permission that a request needs. Every request carries this, or <see cref="OpenToAllAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>A request that needs nobody to be signed in: what it carries (a keeper's token, the code of a public page) says what it may
/// reach, and its handler looks at nothing else.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToAnybodyAttribute : Attribute;

/// <summary>A request that anybody signed in may send: about themselves, or of no consequence.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToAllAttribute : Attribute;
