using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Common;

/// <summary>What every list takes: words to look for, the column to sort by ("-" before it: downwards), and the page, from 1.</summary>
public sealed record ListRequest(string? Q = null, string? Sort = null, int Page = 1)
{
    public const int PageSize = 25;

    /// <summary>A CSV holds at most this many rows; the page says so when there are more.</summary>
    public const int MostCsvRows = 100_000;

    /// <summary>Set for a CSV: every row, not a page of them.</summary>
    public bool All { get; init; }

    public int Skip => All ? 0 : (Math.Max(Page, 1) - 1) * PageSize;

    public int Take => All ? MostCsvRows : PageSize;
}

/// <summary>One page of a list.</summary>
/// <param name="Total">How many there are in all, counted up to <see cref="MostCounted"/>; farther down, those so far and whether there is one more.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Total)
{
    /// <summary>Beyond this many, a list says "more than"; counting a million rows would cost more than it tells.</summary>
    public const int MostCounted = 500;

    public int Size => ListRequest.PageSize;

    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public bool MoreThanCounted => Total >= MostCounted;

    public bool IsEmpty => Items.Count == 0;
}

internal static class Paging
{
    /// <summary>Reads one page of an ordered query.</summary>
    /// <param name="total">How many there are, where that is known already; counted like <see cref="Page{T}.Total"/>.</param>
    public static async Task<Page<T>> PageAsync<T>(this IQueryable<T> ordered, ListRequest list, CancellationToken token, int? total = null)
    {
        // So far down that nobody asks how many: that there is one more is enough, and is read with the page.
        var deep = total is null && !list.All && list.Skip >= Page<T>.MostCounted;
        var items = await ordered.Skip(list.Skip).Take(deep ? list.Take + 1 : list.Take).ToListAsync(token);
        if (deep && items.Count > 0)
        {
            return new Page<T>([.. items.Take(list.Take)], list.Page, list.Skip + items.Count);
        }

        if (total is { } counted)
        {
            return new Page<T>(items, Math.Max(list.Page, 1), counted);
        }

        var known = list.Skip + items.Count;
        var all = !list.All && (items.Count == list.Take || (items.Count == 0 && list.Skip > 0))
            ? await Unordered(ordered).Take(list.Skip + Page<T>.MostCounted).CountAsync(token)
            : known;
        return new Page<T>(items, Math.Max(list.Page, 1), Math.Max(all, items.Count == 0 ? all : known));
    }

    // Counting in order would tie the database to that order's index, whatever the filters ask for.
    private static IQueryable<T> Unordered<T>(IQueryable<T> ordered) => ordered.Provider.CreateQuery<T>(Unordered(ordered.Expression));

    private static Expression Unordered(Expression query) => query is not MethodCallExpression { Method: { DeclaringType: var type, Name: var name } } call || type != typeof(Queryable)
        ? query
        : name switch
        {
            nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending) or nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending) => Unordered(call.Arguments[0]),
            nameof(Queryable.Select) or nameof(Queryable.Where) => call.Update(null, [Unordered(call.Arguments[0]), .. call.Arguments.Skip(1)]),
            // Whatever else stands between (a Take, a Distinct) may need the order.
            _ => call,
        };
}
