using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes.TheoryOfChange;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.TheoryOfChange;

/// <summary>Takes a template over as the programme's own, as a draft.</summary>
[Requires(Permission.ChangeTheory)]
public sealed record BeginTheory(string Template) : IRequest;

internal sealed class BeginTheoryHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<BeginTheory>
{
    public async Task Handle(BeginTheory request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var template = TheoryTemplates.Of(request.Template) ?? throw new NotFoundException("template");
        // Begun twice is begun once.
        if (!await db.Theories.AnyAsync(t => t.ProgrammeId == programme && t.Key == template.Key, cancellationToken))
        {
            db.Theories.Add(Theory.Draft(programme, template));
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}

internal static class TheoryDrafts
{
    /// <summary>The draft, tracked; where there is none, a new one after the newest edition, added.</summary>
    /// <param name="version">Of the draft that was open; 0 where an adopted edition was.</param>
    public static async Task<Theory> Draft(this IAbcdDbContext db, Domain.Programmes.ProgrammeId programme, string key, long version, CancellationToken token)
    {
        var newest = await db.Theories.Where(t => t.ProgrammeId == programme && t.Key == key).OrderByDescending(t => t.Edition).FirstOrDefaultAsync(token)
            ?? throw new NotFoundException("theory of change");
        if (newest.AdoptedOn is null)
        {
            newest.MustStillBe(version);
            return newest;
        }

        var next = newest.Next();
        db.Theories.Add(next);
        return next;
    }
}
