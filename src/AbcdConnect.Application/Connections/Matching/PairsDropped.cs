using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Connections.Matching;

/// <summary>The memory of pairs that a worker let go of, on the day's list or after a conversation: the same for both, and for every
/// worker, whichever of the two was asked about.</summary>
internal static class PairsDropped
{
    private const int Most = 500;

    /// <param name="orMovedBeyond">Also those that were put off until after that day.</param>
    public static async Task<HashSet<(PersonId Seeker, PersonId Other)>> For(IAbcdDbContext db, IReadOnlyList<PersonId> ids, CancellationToken token, DateOnly? orMovedBeyond = null)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var asked = ids.Select(i => (PersonId?)i).ToList();
        var until = orMovedBeyond ?? DateOnly.MaxValue;
        var answers = db.DayAnswers.Where(a => a.Kind == DayKind.Match && (a.Choice == DayChoice.Dropped || (a.Choice == DayChoice.Moved && a.Until > until)));
        var one = await answers.Where(a => EF.Parameter(asked).Contains(a.PersonId) && a.OtherPersonId != null).Select(a => new { a.PersonId, a.OtherPersonId }).Take(Most).ToListAsync(token);
        var other = await answers.Where(a => EF.Parameter(asked).Contains(a.OtherPersonId) && a.PersonId != null).Select(a => new { a.PersonId, a.OtherPersonId }).Take(Most).ToListAsync(token);
        return [.. one.Select(a => (a.PersonId!.Value, a.OtherPersonId!.Value)), .. other.Select(a => (a.OtherPersonId!.Value, a.PersonId!.Value))];
    }
}
