using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace AbcdConnect.Web.Features.Shared.Forms;

/// <summary>Says which way a date field looks when the year or the week is left out.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LeaningAttribute(DateLeaning leaning) : Attribute
{
    public DateLeaning Leaning { get; } = leaning;
}

/// <summary>Dates, times and whole numbers bound as people type them, on every form and in every query string.</summary>
internal sealed class UkDateModelBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        if (context.Metadata.UnderlyingOrModelType == typeof(DateOnly))
        {
            var leaning = (context.Metadata as DefaultModelMetadata)?.Attributes.Attributes.OfType<LeaningAttribute>().FirstOrDefault()?.Leaning;
            return new UkModelBinder<DateOnly>((text, today) => UkDateParser.Read(text, today, leaning ?? DateLeaning.Nearest), "Enter a date");
        }

        if (context.Metadata.UnderlyingOrModelType == typeof(int))
        {
            return new UkModelBinder<int>((text, _) => UkNumberParser.Read(text), "Enter a number, such as 12");
        }

        return context.Metadata.UnderlyingOrModelType == typeof(TimeOnly)
            ? new UkModelBinder<TimeOnly>((text, _) => UkTimeParser.Read(text), "Enter a time")
            : null;
    }
}

internal sealed class UkModelBinder<T>(Func<string?, DateOnly, Understood<T>> read, string missing) : IModelBinder
    where T : struct
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var clock = bindingContext.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        var understood = read(given.FirstValue, Outbox.Envelope.WrittenOn(bindingContext.HttpContext.Request, clock));
        if (understood.Problem is not null)
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, understood.Problem);
        }
        else if (understood.Value is { } value)
        {
            bindingContext.Result = ModelBindingResult.Success(value);
        }
        else if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, missing);
        }

        return Task.CompletedTask;
    }
}
