using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Application.Access;

/// <summary>Who is asking, as far as permissions and rows go.</summary>
public sealed record Viewer(
    UserId? UserId,
    string Name,
    Role Role,
    ProgrammeId ProgrammeId,
    IReadOnlyList<NeighbourhoodId> Neighbourhoods,
    AgencyId? AgencyId = null)
{
    /// <summary>The scheduled jobs and the command line: the machine's own administrator, for one programme.</summary>
    public bool IsSystem { get; private init; }

    /// <summary>Anybody at all, reading what a programme shares. Whoever is signed in as well is nobody in particular here.</summary>
    public bool IsPublic { get; private init; }

    /// <summary>The role says nothing here: a public viewer may only <see cref="Permission.ReadOpenData"/>.</summary>
    public static Viewer Public(ProgrammeId programme) =>
        new(null, "Anybody", Role.Commissioner, programme, []) { IsPublic = true };

    public static Viewer System(ProgrammeId programme, string name = "AbcdConnect") =>
        new(null, name, Role.Administrator, programme, []) { IsSystem = true };
}

/// <summary>Port: tells who is asking.</summary>
public interface ICurrentViewer
{
    /// <summary>Null where nobody is signed in.</summary>
    Viewer? Viewer { get; }
}

/// <summary>For handlers: a viewer is there, since the access behaviour has let the request through.</summary>
internal static class CurrentViewerExtensions
{
    public static Viewer Required(this ICurrentViewer current) =>
        current.Viewer ?? throw new InvalidOperationException("Nobody is signed in, and the access behaviour let the request through.");
}
