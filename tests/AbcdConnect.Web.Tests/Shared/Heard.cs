using System.Text;
using Microsoft.Extensions.Logging;

namespace AbcdConnect.Web.Tests.Shared;

/// <summary>Everything that is written into the log.</summary>
internal sealed class Heard : ILoggerProvider, ILogger
{
    private readonly StringBuilder all = new();

    public string All
    {
        get
        {
            lock (all)
            {
                return all.ToString();
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (all)
        {
            all.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
        }
    }

    public void Dispose()
    {
    }
}
