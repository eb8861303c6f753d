using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Application;

public static class ApplicationSetup
{
    /// <summary>Adds the use cases. The ports (<see cref="IAbcdDbContext"/>, <see cref="ICurrentViewer"/> …) are the outer layers' to add.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddMediatR(mediator => mediator
            .RegisterServicesFromAssembly(typeof(ApplicationSetup).Assembly)
            .AddOpenBehavior(typeof(AccessBehaviour<,>))
            .AddOpenBehavior(typeof(ValidationBehaviour<,>))
            .AddOpenBehavior(typeof(OnceBehaviour<,>))
            .AddOpenBehavior(typeof(Meetings.Actions.ClosesActionBehaviour<,>)));
        services.Scan(scan => scan
            .FromAssemblies(typeof(ApplicationSetup).Assembly)
            .AddClasses(classes => classes.AssignableTo(typeof(IValidator<>)), publicOnly: false)
            .As(type => type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidator<>)))
            .WithSingletonLifetime());
        // Not another look at the database at each letter of a gift.
        services.AddSingleton<People.GiftTermCache>();
        services.AddSingleton<Signposting.Landings>();
        services.AddSingleton<Signposting.WhatStopsLearner>();
        services.AddSingleton<Assets.Map.KindsOfLate>();
        services.AddSingleton<People.LexiconCache>();
        return services;
    }
}
