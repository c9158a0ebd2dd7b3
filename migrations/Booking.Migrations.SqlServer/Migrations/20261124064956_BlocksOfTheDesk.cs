using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class BlocksOfTheDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "MadeAt",
                table: "Blocks",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "MadeBy",
                table: "Blocks",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemovedAt",
                table: "Blocks",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RemovedBy",
                table: "Blocks",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Series",
                table: "Blocks",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "Series",
                table: "AppointmentEvents",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Blocks_Series",
                table: "Blocks",
                column: "Series");

            migrationBuilder.CreateIndex(
                name: "IX_AppointmentEvents_Series",
                table: "AppointmentEvents",
                column: "Series");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Blocks_Series",
                table: "Blocks");

            migrationBuilder.DropIndex(
                name: "IX_AppointmentEvents_Series",
                table: "AppointmentEvents");

            migrationBuilder.DropColumn(
                name: "MadeAt",
                table: "Blocks");

            migrationBuilder.DropColumn(
                name: "MadeBy",
                table: "Blocks");

            migrationBuilder.DropColumn(
                name: "RemovedAt",
                table: "Blocks");

            migrationBuilder.DropColumn(
                name: "RemovedBy",
                table: "Blocks");

            migrationBuilder.DropColumn(
                name: "Series",
                table: "Blocks");

            migrationBuilder.DropColumn(
                name: "Series",
                table: "AppointmentEvents");
        }
    }
}
