using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Mail;

namespace AbcdConnect.Application.Mail;

/// <summary>Which letters somebody may know of.</summary>
internal static class LetterVisibility
{
    /// <summary>A coordinator or an administrator: all of the programme. Everybody else: none.</summary>
    public static IQueryable<Letter> VisibleTo(this IQueryable<Letter> letters, Viewer viewer) =>
        viewer.IsSystem || (!viewer.IsPublic && viewer.Role is Role.Coordinator or Role.Administrator)
            ? letters.Where(l => l.ProgrammeId == viewer.ProgrammeId)
            : letters.Where(l => false);
}
