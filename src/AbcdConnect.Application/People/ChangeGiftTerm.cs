using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>Renames an entry of the taxonomy, or says in which other words it is found. What people said under it stays under it.</summary>
/// <param name="Id">Null: a new entry.</param>
[Requires(Permission.ManageTaxonomy)]
public sealed record ChangeGiftTerm(GiftTermId? Id, GiftKind Kind, string? Group, string? Name, string? Synonyms) : IRequest<GiftTermId>;

internal sealed class ChangeGiftTermValidator : AbstractValidator<ChangeGiftTerm>
{
    public ChangeGiftTermValidator()
    {
        RuleFor(r => r.Name).NotEmpty().WithMessage("Enter the word people will choose").MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
        RuleFor(r => r.Group).NotEmpty().WithMessage("Enter the group it belongs to").MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
        RuleFor(r => r.Synonyms).MaximumLength(500).WithMessage("Use at most 500 letters");
    }
}

internal sealed class ChangeGiftTermHandler(IAbcdDbContext db, GiftTermCache cache) : IRequestHandler<ChangeGiftTerm, GiftTermId>
{
    public async Task<GiftTermId> Handle(ChangeGiftTerm request, CancellationToken cancellationToken)
    {
        var (name, group) = (Words.Required(request.Name, "The name"), Words.Required(request.Group, "The group"));
        var term = request.Id is { } id
            ? await db.GiftTerms.SingleOrDefaultAsync(t => t.Id == id, cancellationToken) ?? throw new NotFoundException("entry")
            : new GiftTerm { Kind = request.Kind, Group = group, Name = name };
        var own = term.Id;
        if (await db.GiftTerms.AnyAsync(t => t.Kind == term.Kind && t.Name == name && t.Id != own, cancellationToken))
        {
            throw new ValidationException([new ValidationFailure("Name", "There is an entry of that name already")]);
        }

        term.Name = name;
        term.Group = group;
        term.Synonyms = Words.Tidy(request.Synonyms);
        if (request.Id is null)
        {
            db.GiftTerms.Add(term);
        }

        await db.SaveChangesAsync(cancellationToken);
        cache.Forget();
        return term.Id;
    }
}
