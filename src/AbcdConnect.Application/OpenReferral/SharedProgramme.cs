using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.OpenReferral;

internal static class SharedProgramme
{
    /// <summary>What tells a programme's entries from every other's, in calendars and address books.</summary>
    public static string Home(ProgrammeId programme, Guid? key) =>
        key is { } known ? $"{known:N}.abcdconnect" : $"programme-{programme}.abcdconnect";

    /// <summary>The identifiers of the viewer's programme.</summary>
    /// <exception cref="NotFoundException">It shares nothing.</exception>
    public static async Task<OpenIds> Ids(IAbcdDbContext db, Viewer viewer, CancellationToken token) =>
        await db.Programmes.Where(p => p.Id == viewer.ProgrammeId && p.SharesOpenly).Select(p => p.OpenKey).SingleOrDefaultAsync(token) is { } key
            ? new OpenIds(key)
            : throw new NotFoundException("shared directory");
}
