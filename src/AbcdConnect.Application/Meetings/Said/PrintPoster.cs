using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Reports;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Said;

/// <summary>"You said, we did" of a month as one side of A4 for a wall, with a code to read it again by where it has a public page.</summary>
/// <param name="Site">This application's address, for the code.</param>
[Requires(Permission.SeeAgencies)]
public sealed record PrintPoster(YearMonth? Month, NeighbourhoodId? Place, string Site) : IRequest<PrintedPoster>;

/// <param name="WhyNot">Plain sentences, where there is no file.</param>
public sealed record PrintedPoster(YearMonth Month, string Where, byte[]? Pdf, string? WhyNot);

/// <param name="Address">Where anybody may read it; null where nobody may.</param>
/// <param name="More">How many there are more than a wall has room for.</param>
public sealed record PosterSheet(string Where, YearMonth Month, IReadOnlyList<SaidRow> Told, string? Address, int More)
{
    /// <summary>So many can be read from two steps away.</summary>
    public const int Most = 6;
}

/// <summary>Port: the poster as a whole HTML page for print.</summary>
public interface IPosterPage
{
    Task<string> Html(PosterSheet sheet, CancellationToken token);
}

internal sealed class PrintPosterHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPosterPage page, IPdfPrinter printer) : IRequestHandler<PrintPoster, PrintedPoster>
{
    public async Task<PrintedPoster> Handle(PrintPoster request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var month = request.Month ?? YearMonth.Containing(clock.Today());
        var where = request.Place is { } place
            ? await db.Neighbourhoods.Where(n => n.ProgrammeId == programme && n.Id == place).Select(n => n.Name).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("neighbourhood")
            : await db.Programmes.Where(p => p.Id == programme).Select(p => p.Name).SingleAsync(cancellationToken);
        var code = request.Place is { } wall ? await db.SaidPages.Where(p => p.NeighbourhoodId == wall).Select(p => p.Code).SingleOrDefaultAsync(cancellationToken) : null;
        var told = await db.OnTheWall(programme, month, request.Place).ToListAsync(cancellationToken);
        var sheet = new PosterSheet(where, month, [.. told.Take(PosterSheet.Most)], code is null ? null : $"{request.Site}/you-said/{code}", Math.Max(0, told.Count - PosterSheet.Most));
        var (pdf, whyNot) = (await printer.Print(await page.Html(sheet, cancellationToken), new PdfPrintOptions(clock.GetUtcNow()), cancellationToken)).Answer;
        return new PrintedPoster(month, where, pdf, whyNot);
    }
}
