using System.Reflection;
using System.Runtime.CompilerServices;
using AbcdConnect.Application.Access;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Architecture.Tests;

/// <summary>The rules of structure, each as a function from what is there to what is wrong with it, so that every rule can be
/// tried on something that breaks it.</summary>
internal static class Rules
{
    public static IEnumerable<Type> Requests(IEnumerable<Type> types) =>
        types.Where(t => typeof(IBaseRequest).IsAssignableFrom(t) && t is { IsAbstract: false, IsInterface: false });

    public static IEnumerable<Type> Handlers(IEnumerable<Type> types) =>
        types.Where(t => !t.IsAbstract && Array.Exists(t.GetInterfaces(), i => i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(IRequestHandler<>) || i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))));

    public static IEnumerable<Type> Validators(IEnumerable<Type> types) =>
        types.Where(t => !t.IsAbstract && typeof(IValidator).IsAssignableFrom(t));

    public static IEnumerable<string> RequestsWithoutPermission(IEnumerable<Type> types) =>
        from request in Requests(types)
        let declared = request.GetCustomAttributes<RequiresAttribute>().Count() + request.GetCustomAttributes<OpenToAllAttribute>().Count() + request.GetCustomAttributes<OpenToAnybodyAttribute>().Count()
        where declared != 1
        select $"{request.Name} declares {declared} permissions; it declares exactly one";

    public static IEnumerable<string> OpenHandlersAndValidators(IEnumerable<Type> types)
    {
        var all = types.ToList();
        return from type in Handlers(all).Concat(Validators(all))
               where type.IsVisible || !type.IsSealed
               select $"{type.Name} is to be internal and sealed";
    }

    /// <summary>A request's handler is called after it, is the only one, and is in the request's namespace.</summary>
    public static IEnumerable<string> HandlersAstray(IEnumerable<Type> types)
    {
        var all = types.ToList();
        var handlers = Handlers(all).ToList();
        foreach (var request in Requests(all))
        {
            var mine = handlers.Where(h => Array.Exists(h.GetInterfaces(), i => i.IsGenericType && i.GetGenericArguments()[0] == request)).ToList();
            if (mine is not [var handler])
            {
                yield return $"{request.Name} has {mine.Count} handlers; it has exactly one";
            }
            else if (handler.Name != request.Name + "Handler" || handler.Namespace != request.Namespace)
            {
                yield return $"{request.Name} is handled by {handler.FullName}; it is to be {request.FullName}Handler";
            }
        }
    }

    /// <summary>Request, validator and handler stand together in the file called after the request.</summary>
    public static IEnumerable<string> NotTogether(IEnumerable<Type> requests, Func<Type, string?> sourceOf)
    {
        foreach (var request in requests)
        {
            var source = sourceOf(request);
            if (source is null)
            {
                yield return $"{request.Name}.cs is not in the folder of its feature";
            }
            else if (!source.Contains($"class {request.Name}Handler", StringComparison.Ordinal))
            {
                yield return $"{request.Name}Handler is not in {request.Name}.cs";
            }
        }
    }

    public static IEnumerable<string> ValidatorsAstray(IEnumerable<Type> types, Func<Type, string?> sourceOf) =>
        from validator in Validators(types)
        let validated = validator.BaseType!.GetGenericArguments()[0]
        where typeof(IBaseRequest).IsAssignableFrom(validated)
        where sourceOf(validated)?.Contains($"class {validated.Name}Validator", StringComparison.Ordinal) != true
        select $"{validator.Name} is to be called {validated.Name}Validator and to stand in {validated.Name}.cs";

    /// <summary>Only the edges send requests: nothing in these types is given a mediator.</summary>
    public static IEnumerable<string> Senders(IEnumerable<Type> types) =>
        from type in types
        where !type.IsDefined(typeof(CompilerGeneratedAttribute))
        from constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        from parameter in constructor.GetParameters()
        where parameter.ParameterType == typeof(IMediator) || parameter.ParameterType == typeof(ISender) || parameter.ParameterType == typeof(IPublisher)
        select $"{type.Name} is given a mediator; only controllers, jobs and the command line send requests";

    public static IEnumerable<string> ForbiddenReferences(Assembly assembly, Func<string, bool> allowed) =>
        from reference in assembly.GetReferencedAssemblies()
        where !allowed(reference.Name!)
        select $"{assembly.GetName().Name} refers to {reference.Name}";

    /// <summary>Features are named alike in every project: the first namespace part after the project's own.</summary>
    public static IEnumerable<string> UnknownFeatures(IEnumerable<Type> types, string root, IReadOnlySet<string> known) =>
        from type in types
        where type.Namespace?.StartsWith(root + ".", StringComparison.Ordinal) == true
        let feature = type.Namespace![(root.Length + 1)..].Split('.')[0]
        where !known.Contains(feature)
        group type by feature into strange
        select $"{root}.{strange.Key} (of {strange.First().Name}) is not a feature's name";
}
