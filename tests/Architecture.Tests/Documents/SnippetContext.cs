namespace CxoneAssist.Architecture.Tests.Documents;

/// <summary>
/// What a snippet may use without declaring it. It stands in a file next to the snippet, so that a
/// snippet which declares a name itself hides the one from here.
/// </summary>
internal static class SnippetContext
{
    /// <summary>
    /// For documents: what every new ASP.NET Core project has, its implicit usings and the two
    /// variables of its Program.cs. Everything else a snippet has to show.
    /// </summary>
    public const string OfDocuments = $$"""
        {{ImplicitUsings}}
        global using static Context;

        static class Context
        {
            public static WebApplicationBuilder builder = null!;
            public static WebApplication app = null!;
        }
        """;

    /// <summary>
    /// For examples of members: an editor that shows the example knows the namespaces too. The
    /// variables are values of the reader's own, named for what they are.
    /// </summary>
    public const string OfExamples = $$"""
        {{ImplicitUsings}}
        global using System.Net;
        global using System.Security.Cryptography.X509Certificates;
        global using CxoneAssist.Application;
        global using CxoneAssist.Application.Ports;
        global using CxoneAssist.Domain;
        global using CxoneAssist.Infrastructure.Cxone;
        global using CxoneAssist.Simulator;
        global using OwnTicketSystem;
        global using static Context;

        static class Context
        {
            public static WebApplicationBuilder builder = null!;
            public static WebApplication app = null!;
            public static FollowUpPolicy policy = FollowUpPolicy.Default;
            public static FollowUpDecision decision = null!;
            public static HttpClient client = new();
            public static string clientId = "", clientSecret = "", password = "";
        }

        sealed class TracingHandler : DelegatingHandler;
        """;

    /// <summary>What the SDK for the web adds to every file.</summary>
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;
}
