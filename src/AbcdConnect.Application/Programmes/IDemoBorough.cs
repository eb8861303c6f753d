namespace AbcdConnect.Application.Programmes;

/// <summary>Port: the fictional borough of Wealbourne, for trying the product out.</summary>
public interface IDemoBorough
{
    /// <summary>Loads it into an empty database, its dates moved so that it ends with last month. All of it or nothing:
    /// when stopped in the middle, the next call begins again. Its staff can sign in only in Development.</summary>
    /// <param name="progress">Told, in words, how far it is.</param>
    /// <returns>False where the database holds a programme already: nothing was loaded.</returns>
    Task<bool> LoadAsync(IProgress<string>? progress, CancellationToken token);
}
