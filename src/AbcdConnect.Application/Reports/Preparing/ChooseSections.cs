using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Reports;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Reports.Preparing;

/// <summary>Chooses what a report is made of, in which order, with which words. Kept until it is published, and after.</summary>
/// <param name="Version">As the form was opened with; <see cref="PreparedReport.NotBegun"/> where nobody had begun.</param>
[Requires(Permission.PublishReports)]
public sealed record ChooseSections(ReportPeriod Period, IReadOnlyList<ChosenSection> Sections, long Version) : IRequest;

internal sealed class ChooseSectionsValidator : AbstractValidator<ChooseSections>
{
    public ChooseSectionsValidator() => RuleFor(r => r.Sections)
        .Must(sections => sections.All(s => (s.Words?.Length ?? 0) <= PreparedReport.LongestWords))
        .WithMessage("Use at most 4,000 letters for one part");
}

internal sealed class ChooseSectionsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ChooseSections>
{
    public async Task Handle(ChooseSections request, CancellationToken cancellationToken)
    {
        var prepared = await db.ToPrepare(current.Required().ProgrammeId, request.Period, request.Version, cancellationToken);
        prepared.Choose(request.Sections);
        await db.SaveChangesAsync(cancellationToken);
    }
}
