using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Outcomes.TheoryOfChange;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Outcomes.TheoryOfChange;

/// <summary>Adds or changes one thing of the draft. Where only an adopted edition stands, a draft begins from it.</summary>
/// <param name="Version">Of the draft that was open; 0 where there was none.</param>
[Requires(Permission.ChangeTheory)]
public sealed record ChangeTheory(string Key, TheoryChange Change, long Version) : IRequest;

/// <summary>One of: a thing added or changed, taken out; a link added or changed, taken out; the words around all of it.</summary>
public abstract record TheoryChange;

public sealed record PutNode(TheoryNode Node) : TheoryChange;

public sealed record TakeNode(string Node) : TheoryChange;

public sealed record PutLink(TheoryLink Link) : TheoryChange;

public sealed record TakeLink(string From, string To) : TheoryChange;

public sealed record PutWords(string Title, string? Words) : TheoryChange;

internal sealed class ChangeTheoryValidator : AbstractValidator<ChangeTheory>
{
    public ChangeTheoryValidator()
    {
        When(r => r.Change is PutNode, () =>
        {
            RuleFor(r => ((PutNode)r.Change).Node.Title).NotEmpty().WithMessage("Give it a name").MaximumLength(100).WithMessage("A name has at most 100 letters").OverridePropertyName("Title");
            RuleFor(r => ((PutNode)r.Change).Node.Words).MaximumLength(2000).WithMessage("Use at most 2,000 letters").OverridePropertyName("Words");
            RuleFor(r => ((PutNode)r.Change).Node)
                .Must(n => n.Layer != TheoryLayer.Outputs || n.Metrics is { Count: > 0 }).WithMessage("Choose what counts it: every output has a figure").OverridePropertyName("Metrics");
            RuleForEach(r => ((PutNode)r.Change).Node.Metrics).Must(m => MetricName.TryParse(m, out _)).WithMessage("Choose from the figures there are").OverridePropertyName("Metrics");
        });
        When(r => r.Change is PutLink, () => RuleFor(r => ((PutLink)r.Change).Link.Evidence).MaximumLength(1000).WithMessage("Use at most 1,000 letters").OverridePropertyName("Evidence"));
        When(r => r.Change is PutWords, () => RuleFor(r => ((PutWords)r.Change).Title).NotEmpty().WithMessage("Give it a title").MaximumLength(Words.LongestLine).WithMessage("A title has at most 200 letters").OverridePropertyName("Title"));
    }
}

internal sealed class ChangeTheoryHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ChangeTheory>
{
    public async Task Handle(ChangeTheory request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var theory = await db.Draft(programme, request.Key, request.Version, cancellationToken);
        var content = theory.Read();
        if (request.Change is PutNode { Node.Measures: { Count: > 0 } measures })
        {
            var shelf = await MeasureShelf.Read(db, programme, cancellationToken);
            if (measures.Any(m => m.Split('/') is not [var code, var score] || shelf.Current(code)?.Scores.Any(s => s.Key == score) != true))
            {
                throw new DomainRuleException("One of the measures is not there any more. Open the page again.");
            }
        }

        theory.Write(request.Change switch
        {
            PutNode put => content.With(put.Node),
            TakeNode take => content.Without(take.Node),
            PutLink put => content.With(put.Link),
            TakeLink take => content.WithoutLink(take.From, take.To),
            PutWords put => content with { Title = put.Title, Words = Words.Tidy(put.Words) },
            _ => content,
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
