using AbcdConnect.Domain.Common;
using MediatR;

namespace AbcdConnect.Application.Common;

/// <summary>A request that makes something. Arriving again with the same number it makes nothing, and is answered with what it made first.</summary>
public interface ISentOnce
{
    /// <summary>Made where the form was opened; set by the edge. Null where nothing can be sent twice, as in a test or a job.</summary>
    Guid? SubmissionId { get; set; }
}

/// <inheritdoc cref="ISentOnce"/>
public interface ISentOnce<TAnswer> : IRequest<TAnswer>, ISentOnce
{
    /// <summary>The number of what was made; null where this answer says that nothing was.</summary>
    long? NumberOf(TAnswer answer);

    /// <summary>The answer that was given when this was made.</summary>
    TAnswer AnswerFor(long number);
}

/// <summary>A request that makes one record and answers with its id.</summary>
public interface IMakes<TId> : ISentOnce<TId>
    where TId : struct, IStrongId<TId>
{
    long? ISentOnce<TId>.NumberOf(TId answer) => answer.Value;

    TId ISentOnce<TId>.AnswerFor(long number) => TId.From(number);
}
