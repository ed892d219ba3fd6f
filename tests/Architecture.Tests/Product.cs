using System.Reflection;

namespace CxoneAssist.Architecture.Tests;

/// <summary>
/// The assemblies that the rules check. One that cannot be loaded fails its test, so that none is
/// left out silently.
/// </summary>
internal static class Product
{
    public const string Prefix = "CxoneAssist.";

    public const string Domain = Prefix + "Domain";

    public const string Application = Prefix + "Application";

    public const string Infrastructure = Prefix + "Infrastructure";

    public const string AspNetCore = Prefix + "AspNetCore";

    public const string HostWeb = Prefix + "Host.Web";

    public const string HostCli = Prefix + "Host.Cli";

    /// <summary>Packed as <c>CxoneAssist.Testing</c>.</summary>
    public const string Simulator = Prefix + "Simulator";

    /// <summary>What an embedding service runs.</summary>
    public static readonly string[] InService = [Domain, Application, Infrastructure, AspNetCore];

    public static readonly string[] Packages = [.. InService, Simulator];

    public static readonly string[] Everything = [.. Packages, HostWeb, HostCli];

    public static Assembly Tests => typeof(Product).Assembly;

    public static Assembly Load(string name) => Assembly.Load(new AssemblyName(name));

    /// <summary>
    /// Types in the source code, without those that compilers and source generators add.
    /// </summary>
    public static IEnumerable<Type> WrittenTypes(this Assembly assembly) => assembly.GetTypes().Where(type => !IsGenerated(type));

    /// <summary>
    /// The types in this assembly that break a rule on purpose, by their full names in metadata.
    /// </summary>
    public static IEnumerable<string> Seeds(string folder) => Tests.WrittenTypes()
        .Where(type => type.Namespace == $"{typeof(Product).Namespace}.Seeds.{folder}")
        .Select(type => type.FullName!);

    private static bool IsGenerated(Type type) =>
        type.Name.StartsWith('<')
        || type.CustomAttributes.Any(mark => mark.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute")
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
