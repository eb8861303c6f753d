using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Programmes;

/// <summary>Adds a neighbourhood by hand. Its boundary comes with an import of the same code.</summary>
[Requires(Permission.ChangeProgramme)]
public sealed record DefineNeighbourhood(string Code, NeighbourhoodDetails Details) : IRequest<NeighbourhoodId>;

/// <param name="LsoaCodes">Separated by spaces, commas or lines.</param>
public sealed record NeighbourhoodDetails(string Name, int? Population = null, string? LsoaCodes = null)
{
    /// <summary>The codes apart, in capitals, each once.</summary>
    internal IReadOnlyList<string> Lsoas =>
        [.. (LsoaCodes ?? "").Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(c => c.ToUpperInvariant()).Distinct(StringComparer.Ordinal)];
}

internal sealed class DefineNeighbourhoodValidator : AbstractValidator<DefineNeighbourhood>
{
    public const int LongestCode = 20;

    public DefineNeighbourhoodValidator()
    {
        RuleFor(r => r.Code)
            .NotEmpty().WithMessage("Enter its official code, such as E05015253, or one of your own")
            .MaximumLength(LongestCode).WithMessage("A code has at most 20 letters and digits");
        RuleFor(r => r.Details).SetValidator(new NeighbourhoodDetailsValidator());
    }
}

internal sealed class NeighbourhoodDetailsValidator : AbstractValidator<NeighbourhoodDetails>
{
    public NeighbourhoodDetailsValidator()
    {
        RuleFor(d => d.Name)
            .NotEmpty().WithMessage("Enter what people call it")
            .MaximumLength(Words.LongestLine).WithMessage("A name has at most 200 letters");
        RuleFor(d => d.Population).InclusiveBetween(0, 10_000_000).WithMessage("Enter how many people live there as a number, such as 8200");
        RuleFor(d => d.LsoaCodes)
            .MaximumLength(Words.LongestText).WithMessage("That is too long to be a list of codes")
            .Must((d, _) => d.Lsoas.All(IsLsoa)).WithMessage("An LSOA code looks like E01005801 (or W01 in Wales, S01 in Scotland)");
    }

    // Format: ONS nine-character codes; entity codes E01, W01 (LSOA), S01 (data zone), 95 (Northern Ireland's super output areas).
    private static bool IsLsoa(string code) =>
        (code.Length == 9 && code[0] is 'E' or 'W' or 'S' or 'Z' or 'N' && code.Skip(1).All(char.IsAsciiDigit)) || (code.StartsWith("95", StringComparison.Ordinal) && code.Length <= 9);
}

internal sealed class DefineNeighbourhoodHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<DefineNeighbourhood, NeighbourhoodId>
{
    public async Task<NeighbourhoodId> Handle(DefineNeighbourhood request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var code = Words.Tidy(request.Code);
        var known = await db.Neighbourhoods.VisibleTo(viewer).Where(n => n.Code == code).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken);
        if (known is not null)
        {
            throw new DomainRuleException($"The code {code} is {known}'s already.");
        }

        var lsoas = string.Join(' ', request.Details.Lsoas);
        var neighbourhood = Neighbourhood.Define(viewer.ProgrammeId, request.Code, request.Details.Name, null, request.Details.Population, lsoas);
        db.Neighbourhoods.Add(neighbourhood);
        await db.SaveChangesAsync(cancellationToken);
        return neighbourhood.Id;
    }
}
