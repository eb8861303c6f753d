using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Common;

/// <summary>A double tap, a page sent again, a phone that never heard the answer: each form makes what it makes once.</summary>
internal sealed class OnceBehaviour<TRequest, TResponse>(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ISentOnce<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        if (request.SubmissionId is not { } id || current.Viewer?.UserId is not { } by)
        {
            return await next();
        }

        try
        {
            // The record and the note that its form has arrived stand or fall together; whoever sends it at the same moment waits.
            return await db.AllOrNothing(
                async () =>
                {
                    if (await Sent(id, by, cancellationToken) is { } before)
                    {
                        return request.AnswerFor(before);
                    }

                    var answer = await next();
                    if (request.NumberOf(answer) is { } number)
                    {
                        db.Submissions.Add(new Submission { Id = id, SentBy = by, RecordId = number, At = clock.GetUtcNow() });
                        await db.SaveChangesAsync(cancellationToken);
                    }

                    return answer;
                },
                cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another process was given the same form at the same moment, and was first.
            db.Forget();
            if (await Sent(id, by, cancellationToken) is { } first)
            {
                return request.AnswerFor(first);
            }

            throw;
        }
    }

    private async Task<long?> Sent(Guid id, UserId by, CancellationToken token) =>
        await db.Submissions.Where(s => s.Id == id && s.SentBy == by).Select(s => (long?)s.RecordId).FirstOrDefaultAsync(token);
}
