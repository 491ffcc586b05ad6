// One call of the official Atlas Go SDK, signed in as the SDK itself does it:
//
//	atlas-sdk get|defer|autoDefer|reset GROUP
//	atlas-sdk update GROUP JSON
//	atlas-sdk events GROUP ITEMS_PER_PAGE EVENT_TYPE...
//	atlas-sdk projects ORGANIZATION|all ITEMS_PER_PAGE
//	atlas-sdk revoke
//
// Prints the answer as JSON, Atlas's refusal as {"refused": {...}}. Exits with 1 where an answer is not what the SDK's
// types say it is: a field that they do not know, one missing that matters, a body where there should be none.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"

	"go.mongodb.org/atlas-sdk/v20241113005/admin"
	"go.mongodb.org/atlas-sdk/v20241113005/auth/clientcredentials"
)

// witness keeps the last answer as it came: the SDK's own decoding overlooks what it does not know.
type witness struct {
	next http.RoundTripper
	body []byte
}

func (w *witness) RoundTrip(request *http.Request) (*http.Response, error) {
	response, err := w.next.RoundTrip(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if w.body, err = io.ReadAll(response.Body); err != nil {
		return nil, err
	}
	response.Body = io.NopCloser(bytes.NewReader(w.body))
	return response, nil
}

// holds says what is wrong with the last answer, taken for a T that has these fields.
func holds[T any](w *witness, fields ...string) error {
	decoder := json.NewDecoder(bytes.NewReader(w.body))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(new(T)); err != nil {
		return fmt.Errorf("%w in %s", err, w.body)
	}
	return missing(w.body, fields...)
}

func missing(object []byte, fields ...string) error {
	var found map[string]json.RawMessage
	if err := json.Unmarshal(object, &found); err != nil {
		return err
	}
	for _, field := range fields {
		if _, there := found[field]; !there {
			return fmt.Errorf("no %s in %s", field, object)
		}
	}
	return nil
}

func isEmpty(w *witness) error {
	if len(w.body) > 0 {
		return fmt.Errorf("a body where there should be none: %s", w.body)
	}
	return nil
}

func main() {
	answer, err := call(os.Args[1], os.Args[2:])
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(answer)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func call(operation string, args []string) (any, error) {
	w := &witness{next: http.DefaultTransport}
	http.DefaultTransport = w // Where both of the SDK's ways to sign in get theirs from.
	ctx := context.Background()
	url := os.Getenv("MONGODB_ATLAS_BASE_URL")
	id, secret := os.Getenv("MONGODB_ATLAS_CLIENT_ID"), os.Getenv("MONGODB_ATLAS_CLIENT_SECRET")
	if operation == "revoke" {
		return nil, revoke(ctx, w, url, id, secret)
	}
	signIn := admin.UseDigestAuth(os.Getenv("MONGODB_ATLAS_PUBLIC_API_KEY"), os.Getenv("MONGODB_ATLAS_PRIVATE_API_KEY"))
	if id != "" {
		signIn = admin.UseOAuthAuth(ctx, id, secret)
	}
	client, err := admin.NewClient(admin.UseBaseURL(url), signIn)
	if err != nil {
		return nil, err
	}
	answer, err := run(ctx, w, client, operation, args[0], args[1:])
	if refusal, ok := admin.AsError(err); ok && refusal.GetErrorCode() != "" {
		return map[string]any{"refused": refusal}, holds[admin.ApiError](w, "error", "errorCode", "detail", "reason")
	}
	return answer, err
}

func run(ctx context.Context, w *witness, client *admin.APIClient, operation, id string, args []string) (any, error) {
	windows := client.MaintenanceWindowsApi
	var err error
	switch operation {
	case "get":
		window, _, err := windows.GetMaintenanceWindow(ctx, id).Execute()
		if err != nil {
			return nil, err
		}
		fields := []string{"autoDeferOnceEnabled", "numberOfDeferrals", "startASAP", "timeZoneId"}
		if window.DayOfWeek != 0 {
			fields = append(fields, "hourOfDay")
		}
		return window, holds[admin.GroupMaintenanceWindow](w, fields...)
	case "update":
		wish := new(admin.GroupMaintenanceWindow)
		if err := json.Unmarshal([]byte(args[0]), wish); err != nil {
			return nil, err
		}
		_, _, err = windows.UpdateMaintenanceWindow(ctx, id, wish).Execute()
	case "defer":
		_, err = windows.DeferMaintenanceWindow(ctx, id).Execute()
	case "autoDefer":
		_, err = windows.ToggleMaintenanceAutoDefer(ctx, id).Execute()
	case "reset":
		_, err = windows.ResetMaintenanceWindow(ctx, id).Execute()
	case "events":
		return events(ctx, w, client, id, args[0], args[1:])
	case "projects":
		return projects(ctx, w, client, id, args[0])
	default:
		return nil, errors.New("unknown operation " + operation)
	}
	if err != nil {
		return nil, err
	}
	return nil, isEmpty(w)
}

func events(ctx context.Context, w *witness, client *admin.APIClient, group, itemsPerPage string, types []string) (any, error) {
	return pages(itemsPerPage, func(size, number int) ([]admin.EventViewForNdsGroup, int, error) {
		request := client.EventsApi.ListProjectEvents(ctx, group).ItemsPerPage(size).PageNum(number)
		if len(types) > 0 {
			request = request.EventType(types)
		}
		page, _, err := request.Execute()
		if err == nil {
			err = holds[admin.GroupPaginatedEvent](w, "links", "results", "totalCount")
		}
		if err == nil {
			err = each(w, "created", "eventTypeName", "groupId", "id", "links")
		}
		return page.GetResults(), page.GetTotalCount(), err
	})
}

func projects(ctx context.Context, w *witness, client *admin.APIClient, organization, itemsPerPage string) (any, error) {
	return pages(itemsPerPage, func(size, number int) ([]admin.Group, int, error) {
		var page *admin.PaginatedAtlasGroup
		var err error
		if organization == "all" {
			page, _, err = client.ProjectsApi.ListProjects(ctx).ItemsPerPage(size).PageNum(number).Execute()
		} else {
			request := client.OrganizationsApi.ListOrganizationProjects(ctx, organization)
			page, _, err = request.ItemsPerPage(size).PageNum(number).Execute()
		}
		if err == nil {
			err = holds[admin.PaginatedAtlasGroup](w, "links", "results", "totalCount")
		}
		if err == nil {
			err = each(w, "clusterCount", "created", "id", "links", "name", "orgId")
		}
		return page.GetResults(), page.GetTotalCount(), err
	})
}

// pages reads page after page, until one is short.
func pages[T any](itemsPerPage string, read func(size, number int) ([]T, int, error)) (any, error) {
	size, err := strconv.Atoi(itemsPerPage)
	if err != nil {
		return nil, err
	}
	var pages [][]T
	for {
		page, total, err := read(size, len(pages)+1)
		if err != nil {
			return nil, err
		}
		pages = append(pages, page)
		if len(page) < size {
			return map[string]any{"pages": pages, "totalCount": total}, nil
		}
	}
}

// each says what the results of the last page lack.
func each(w *witness, fields ...string) error {
	var page struct{ Results []json.RawMessage }
	if err := json.Unmarshal(w.body, &page); err != nil {
		return err
	}
	for _, result := range page.Results {
		if err := missing(result, fields...); err != nil {
			return err
		}
	}
	return nil
}

// revoke takes a token and gives it back, as a client does that ends.
func revoke(ctx context.Context, w *witness, url, id, secret string) error {
	config := clientcredentials.NewConfig(id, secret)
	config.TokenURL = url + clientcredentials.TokenAPIPath
	config.RevokeURL = url + clientcredentials.RevokeAPIPath
	token, err := config.Token(ctx)
	if err != nil {
		return err
	}
	if err := missing(w.body, "access_token", "expires_in", "token_type"); err != nil {
		return err
	}
	if err := config.RevokeToken(ctx, token); err != nil {
		return err
	}
	return isEmpty(w)
}
