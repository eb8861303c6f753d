using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>What adding and changing a gift check alike.</summary>
internal static class GiftRules
{
    public const int LongestWords = 500;

    public static IRuleBuilderOptions<T, string?> ValidGiftWords<T>(this IRuleBuilder<T, string?> words, Func<T, GiftTermId?> term) =>
        words
            .Must((request, text) => term(request) is not null || !string.IsNullOrWhiteSpace(text)).WithMessage("Say it in a few words, or choose from the list")
            .MaximumLength(LongestWords).WithMessage("Keep it to 500 letters: the story itself belongs in a conversation");

    /// <summary>The kind and the words to keep: the list's entry brings its own kind, and its name stands in where nothing was typed.</summary>
    public static async Task<(GiftKind Kind, string Words)> WithTerm(this IAbcdDbContext db, GiftKind kind, GiftTermId? termId, string? words, CancellationToken token)
    {
        if (termId is not { } id)
        {
            return (kind, words!);
        }

        var term = await db.GiftTerms.Where(t => t.Id == id).Select(t => new { t.Kind, t.Name }).SingleOrDefaultAsync(token)
            ?? throw new ValidationException([new ValidationFailure("TermId", "That entry is no longer in the list: choose another, or say it in your own words")]);
        return (term.Kind, Words.Tidy(words) ?? term.Name);
    }

    /// <summary>A person's gift, tracked, where the viewer may know of the person.</summary>
    public static async Task<Gift> MustFindGift(this IAbcdDbContext db, Viewer viewer, DateOnly today, GiftId id, CancellationToken token)
    {
        var people = db.People.VisibleTo(viewer, db, today);
        return await db.Gifts.Where(g => g.Id == id && people.Any(p => p.Id == g.PersonId)).SingleOrDefaultAsync(token)
            ?? throw new NotFoundException("gift");
    }
}
